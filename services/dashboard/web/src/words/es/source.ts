import { listed } from '../../say';
import type { Section } from '../../language';

export const source: Section<'source'> = {
  toldBy: 'Según',
  cites: 'Fuente:',
  corroborated: 'Corroborado por',
  disputedBy: 'Impugnado por',
  disputed: 'Impugnado',
  quoted: (text: string) => `«${text}»`,
  records: (places: string[]) => (places.length === 1 ? `Asiento ${places[0]}` : `Asientos ${listed(places)}`),
};
