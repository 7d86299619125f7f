import { listed } from '../../say';
import type { Section } from '../../language';
import { name } from './nouns';

export const source: Section<'source'> = {
  toldBy: 'بحسب',
  cites: 'المصدر:',
  corroborated: 'تأكيد من',
  disputedBy: 'منازعة من',
  disputed: 'محل نزاع',
  quoted: (text: string) => `«${name(text)}»`,
  records: (places: string[]) => (places.length === 1 ? `القيد ${name(places[0] ?? '')}` : `القيود ${listed(places.map(name))}`),
};
