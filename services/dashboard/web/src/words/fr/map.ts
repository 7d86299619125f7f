import { percent, plural } from '../../say';
import type { Section } from '../../language';

export const map: Section<'map'> = {
  show: 'sur une carte',
  choose: 'Montré sur la carte',
  share: 'Part des engagements tenus',
  country: 'Pays',
  met: 'Tenus',
  ofAll: (n: number) => plural(n, { one: 'Sur # engagement', other: 'Sur # engagements' }),
  metShare: (country: string, share: number) => `${country} : ${percent(share)} tenus`,
  label: (counts: string) => `Une carte des pays de la région selon leur état : ${counts}. Le tableau ci-dessous dit la même chose.`,
  shareLabel: 'Une carte des pays de la région selon la part des engagements tenus. Le tableau ci-dessous dit la même chose.',
  table: 'Ce que montre la carte, en tableau',
  noShapes: 'Ces pays ne sont sur aucune carte : une région inventée n’a pas de contours. Le tableau dit tout ce que dirait une carte.',
  missing: (names: string) => `Absents de la carte : ${names}.`,
  frontiers: 'Contours de Natural Earth, simplifiés ; ils ne disent rien des frontières. Un signe est écarté, au bout d’un trait, là où d’autres le couvriraient.',
  loading: 'Chargement des contours …',
};
