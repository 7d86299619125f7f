import { percent, plural } from '../../say';
import type { Section } from '../../language';

export const map: Section<'map'> = {
  show: 'en un mapa',
  choose: 'En el mapa',
  share: 'Proporción de compromisos cumplidos',
  country: 'País',
  met: 'Cumplidos',
  ofAll: (n: number) => `De ${plural(n, { one: '# compromiso', other: '# compromisos' })}`,
  metShare: (country: string, share: number) => `${country}: ${percent(share)} de compromisos cumplidos`,
  label: (counts: string) => `Mapa de los países de la región según su estado: ${counts}. La tabla de abajo dice lo mismo.`,
  shareLabel: 'Mapa de los países de la región según la proporción de compromisos cumplidos. La tabla de abajo dice lo mismo.',
  table: 'Lo que muestra el mapa, en una tabla',
  noShapes: 'Estos países no figuran en ningún mapa: una región inventada no tiene contornos. La tabla dice todo lo que diría un mapa.',
  missing: (names: string) => `No figuran en el mapa: ${names}.`,
  frontiers: 'Contornos de Natural Earth, simplificados; no entrañan opinión alguna sobre las fronteras. Un signo que otros taparían se desplaza y se une con una línea.',
  loading: 'Cargando los contornos…',
};
