import { date } from '../../say';
import type { Section } from '../../language';

export const signs: Section<'signs'> = {
  met: { letter: 'T', label: 'Tenu', meaning: 'Toutes les preuves, à temps ou sans date à tenir' },
  met_late: { letter: 'TR', label: 'Tenu en retard', meaning: 'Toutes les preuves, certaines après la date' },
  in_progress: { letter: 'C', label: 'En cours', meaning: 'Une partie des preuves ; aucune date n’est passée' },
  lapsed: { letter: 'É', label: 'Échu', meaning: 'Tenu autrefois ; ce qui le tenait a pris fin' },
  overdue: { letter: 'R', label: 'En retard', meaning: 'La date est passée, et ce qui est consigné ne suffit pas' },
  overdue_silent: { letter: 'R', label: 'En retard, sans preuve', meaning: 'La date est passée, et rien n’est consigné' },
  open_told: { letter: 'N', label: 'Consigné, non tenu', meaning: 'Ce qui est consigné ne suffit pas ; aucune date n’est passée' },
  silent: { letter: '·', label: 'Sans preuve', meaning: 'Rien n’est consigné. Cela ne veut pas dire « non »' },
  since: (day: string) => `depuis le ${date(day)}`,
  disputed: 'contesté',
  toldBy: { authority: 'dit par l’autorité', monitor: 'dit par un organe de suivi', other: 'dit par d’autres' },
  standing: { authority: 'autorité', monitor: 'organe de suivi', other: 'autres' },
  join: ', ',
  whoTells: 'Le trait sous un signe indique qui le dit :',
  authorityLong: 'l’autorité en la matière (gouvernement, dépositaire)',
  monitorLong: 'un organe de suivi',
  otherLong: 'd’autres',
  whatMeans: 'Ce que veut dire chaque signe',
};
