// The ledger's record of an event: where it stands, and what its type is called.
import { language, w } from './language';
import { plainly, shortType } from './say';

// One source and id may have been told about several subjects: with its subject, it is that event and no other.
export function recordOf({ source, id, subject }: { source: string; id: string; subject?: string | undefined }): string {
  return `/v1/events/${encodeURIComponent(source)}/${encodeURIComponent(id)}${subject ? '?subject=' + encodeURIComponent(subject) : ''}`;
}

// Within a sentence, and as it stands at the head of a row or a form.
export const typeInWords = (type: string): string => w.terms.types[shortType(type)] ?? plainly(type).toLowerCase();
export function typeTitle(type: string): string {
  const said = typeInWords(type);
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
}
