import { percent, plural } from '../../say';
import type { Section } from '../../language';

export const map: Section<'map'> = {
  show: 'sur une carte',
  choose: 'Affiché sur la carte',
  share: 'Part des engagements tenus',
  country: 'Pays',
  met: 'Tenus',
  ofAll: (n: number) => plural(n, { one: 'Sur # engagement', other: 'Sur # engagements' }),
  metShare: (country: string, share: number) => `${country} : ${percent(share)} d’engagements tenus`,
  label: (counts: string) => `Une carte des pays de la région selon leur état : ${counts}. Le tableau ci-dessous dit la même chose.`,
  shareLabel: 'Une carte des pays de la région selon la part des engagements tenus. Le tableau ci-dessous dit la même chose.',
  table: 'Le contenu de la carte, en tableau',
  noShapes: 'Ces pays ne sont sur aucune carte : une région inventée n’a pas de contours. Le tableau dit tout ce que dirait une carte.',
  missing: (names: string) => `Absents de la carte : ${names}.`,
  frontiers: 'Contours de Natural Earth, simplifiés ; ils ne disent rien des frontières. Un signe que d’autres recouvriraient est décalé et relié par un trait.',
  loading: 'Chargement des contours…',
};
