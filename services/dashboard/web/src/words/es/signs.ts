import type { Section } from '../../language';
import { el } from './days';

export const signs: Section<'signs'> = {
  met: { letter: 'C', label: 'Cumplido', meaning: 'Todas las pruebas, a tiempo o sin plazo que cumplir' },
  met_late: { letter: 'CT', label: 'Cumplido tarde', meaning: 'Todas las pruebas, algunas después del plazo' },
  in_progress: { letter: 'E', label: 'En curso', meaning: 'Parte de las pruebas; no ha vencido ningún plazo' },
  lapsed: { letter: 'CD', label: 'Caducado', meaning: 'Se cumplió una vez; lo que lo cumplía ha terminado' },
  overdue: { letter: 'V', label: 'Vencido', meaning: 'El plazo venció, y lo que consta no basta' },
  overdue_silent: { letter: 'V', label: 'Vencido, sin pruebas', meaning: 'El plazo venció, y no consta nada' },
  open_told: { letter: 'N', label: 'Consta, sin cumplir', meaning: 'Lo que consta no basta; no ha vencido ningún plazo' },
  silent: { letter: '·', label: 'Sin pruebas', meaning: 'No consta nada. Eso no es un «no»' },
  since: (day: string) => `desde ${el(day)}`,
  disputed: 'impugnado',
  toldBy: { authority: 'según la autoridad', monitor: 'según un órgano de seguimiento', other: 'según otros' },
  standing: { authority: 'autoridad', monitor: 'órgano de seguimiento', other: 'otros' },
  join: ', ',
  whoTells: 'La línea bajo un signo indica la fuente:',
  authorityLong: 'la autoridad en la materia (gobierno, depositario)',
  monitorLong: 'un órgano de seguimiento',
  otherLong: 'otros',
  whatMeans: 'Qué significa cada signo',
};
