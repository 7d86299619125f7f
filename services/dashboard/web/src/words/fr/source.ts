import { listed } from '../../say';
import type { Section } from '../../language';

export const source: Section<'source'> = {
  toldBy: 'Selon',
  cites: 'Source :',
  corroborated: 'Corroboré par',
  disputedBy: 'Contesté par',
  disputed: 'Contesté',
  quoted: (text: string) => `« ${text} »`,
  records: (places: string[]) => (places.length === 1 ? `Enregistrement ${places[0]}` : `Enregistrements ${listed(places)}`),
};
