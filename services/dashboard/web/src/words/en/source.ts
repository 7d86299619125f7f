// Where a fact comes from (parts/source.tsx).
import { listed } from '../../say';

export const source = {
  toldBy: 'Told by',
  cites: 'Source:',
  corroborated: 'Corroborated by',
  disputedBy: 'Disputed by',
  disputed: 'Disputed',
  quoted: (text: string) => `“${text}”`,
  records: (places: string[]) => (places.length === 1 ? `Record ${places[0]}` : `Records ${listed(places)}`),
};
