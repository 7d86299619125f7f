// A type of event by its name in the reader's language, as it stands at the head of a row or a form.
import { language } from '../language';
import { typeInWords } from '../live/entry';

export const shortOf = (type: string): string => type.replace(/^org\.rollcall\./, '').replace(/\.v\d+$/, '');
export function typeTitle(type: string): string {
  const said = typeInWords(shortOf(type));
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
}
// What the catalogue says of it to people; the rest is for programs.
export const aboutType = (description: string): string => description.split(' About: ')[0]!;
