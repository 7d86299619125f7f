import { plural } from '../../say';
import type { Section } from '../../language';

export const live: Section<'live'> = {
  live: 'En directo',
  joining: 'Conectando…',
  lost: 'Conexión perdida',
  paused: 'Fuera de directo',
  refused: 'Fuera de directo',
  follow: 'Seguir en directo',
  pause: 'Pausa',
  toPresent: 'Mostrar la situación actual',
  held: 'Esta página está detenida en una fecha o un momento anteriores, donde no puede llegar nada nuevo.',
  lastEvent: (ago: string) => `El último hecho se conoció ${ago}.`,
  noneYet: 'No ha llegado ningún hecho desde que empezó a seguir.',
  heard: (ago: string) => `Última señal del servidor: ${ago}.`,
  empty: 'Lo que presenta un asociado aparece aquí menos de un segundo después de ser admitido.',
  fallenOut: (n: number) => plural(n, { one: '# hecho anterior ya no figura aquí; si vuelve a cargar la página, aparecerá en su lugar.', other: '# hechos anteriores ya no figuran aquí; si vuelve a cargar la página, aparecerán en su lugar.' }),
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
