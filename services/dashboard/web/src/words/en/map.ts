// The region's map.
import { percent, plural } from '../../say';

export const map = {
  show: 'on a map',
  choose: 'Shown on the map',
  share: 'Share of all commitments met',
  country: 'Country',
  met: 'Met',
  ofAll: (n: number) => `Of ${plural(n, { one: '# commitment', other: '# commitments' })}`,
  metShare: (country: string, share: number) => `${country}: ${percent(share)} met`,
  label: (counts: string) => `A map of the region’s countries by status: ${counts}. The table below says the same.`,
  shareLabel: 'A map of the region’s countries by the share of commitments met. The table below says the same.',
  table: 'What the map shows, as a table',
  noShapes: 'These countries are on no map: an invented region has no shapes. The table says all that a map would.',
  missing: (names: string) => `Not on the map: ${names}.`,
  frontiers: 'Shapes by Natural Earth, simplified; they say nothing about frontiers. A sign is moved aside, on a line, where others would cover it.',
  loading: 'Fetching the shapes …',
};
