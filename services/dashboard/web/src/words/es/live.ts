import { plural } from '../../say';
import type { Section } from '../../language';

export const live: Section<'live'> = {
  live: 'En directo',
  joining: 'Conectando…',
  lost: 'Conexión perdida',
  paused: 'Sin directo',
  refused: 'Sin directo',
  follow: 'Seguir en directo',
  pause: 'Pausa',
  toPresent: 'Mostrar el presente',
  held: 'Esta página está detenida en un día o un momento anterior, donde no puede llegar nada nuevo.',
  lastEvent: (ago: string) => `El último hecho se conoció ${ago}.`,
  noneYet: 'No ha llegado ningún hecho desde que empezó a seguir.',
  heard: (ago: string) => `El servidor habló por última vez ${ago}.`,
  empty: 'Lo que presenta un socio aparece aquí menos de un segundo después de ser admitido.',
  fallenOut: (n: number) => plural(n, { one: '# anterior ya no figura aquí; si vuelve a cargar la página, aparecerá en su lugar.', other: '# anteriores ya no figuran aquí; si vuelve a cargar la página, aparecerán en su lugar.' }),
  arrived: (shown: string, n: number) => plural(n, { one: 'Un hecho nuevo:', other: `${shown} hechos nuevos, el último:` }),
  toldBy: (name: string, standing: string) => `según ${name} (${standing})`,
  record: (position: string) => `asiento ${position}`,
  about: (relation: string, what: string) => `${relation} ${what}`,
  since: (type: string, position: string) => `desde entonces: ${type}, ${position}`,
  relations: {
    corrects: 'corrige', retracts: 'retira', corroborates: 'corrobora', disputes: 'impugna', ends: 'pone fin a', revises: 'revisa', evaluates: 'evalúa',
    reports_on: 'informa sobre', withdraws: 'retira',
  },
};
