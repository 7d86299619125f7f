import type { Section } from '../../language';
import { le } from './days';

export const signs: Section<'signs'> = {
  met: { letter: 'T', label: 'Tenu', meaning: 'Toutes les preuves, dans les délais ou sans échéance' },
  met_late: { letter: 'TR', label: 'Tenu en retard', meaning: 'Toutes les preuves, certaines après l’échéance' },
  in_progress: { letter: 'C', label: 'En cours', meaning: 'Une partie des preuves ; aucune échéance n’est passée' },
  lapsed: { letter: 'E', label: 'Expiré', meaning: 'A été tenu ; ce qui le tenait a pris fin' },
  overdue: { letter: 'R', label: 'En retard', meaning: 'L’échéance est passée, et ce qui est consigné ne suffit pas' },
  overdue_silent: { letter: 'R', label: 'En retard, sans preuve', meaning: 'L’échéance est passée, et rien n’est consigné' },
  open_told: { letter: 'N', label: 'Consigné, non tenu', meaning: 'Ce qui est consigné ne suffit pas ; aucune échéance n’est passée' },
  silent: { letter: '·', label: 'Sans preuve', meaning: 'Rien n’est consigné. Cela ne veut pas dire « non »' },
  since: (day: string) => `depuis ${le(day)}`,
  disputed: 'contesté',
  toldBy: { authority: 'selon l’autorité', monitor: 'selon un organe de suivi', other: 'selon d’autres' },
  standing: { authority: 'autorité', monitor: 'organe de suivi', other: 'autres' },
  join: ', ',
  whoTells: 'Le trait sous un signe indique la source :',
  authorityLong: 'l’autorité en la matière (gouvernement, dépositaire)',
  monitorLong: 'un organe de suivi',
  otherLong: 'd’autres',
  whatMeans: 'Signification des signes',
};
