// Which list a member of an event is chosen from (lists.json; tests/web/desk-lists.test.mjs holds it against the schemas): by
// its type and where it stands in the data, or else by where it stands, or else by its name. null: an id that is on no list.
import lists from './lists.json';

const LISTS: Record<string, string | null> = lists;
export const KINDS = [...new Set(Object.values(LISTS))].filter((kind) => kind !== null);

export function listOf(type: string, pointer: string): string | null {
  const parts = pointer.split('/').slice(2).filter((part) => !/^\d+$/.test(part)); // "/data/evidence/all_of/0/instrument"
  for (const key of [`${type}/${parts.join('/')}`, parts.join('/'), parts.at(-1)!]) if (key in LISTS) return LISTS[key]!;
  return null;
}
