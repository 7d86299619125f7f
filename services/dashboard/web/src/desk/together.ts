// A check in several portions judges each of them alone. A row that names an event of another portion, or bears the id of
// one, is judged again, together with it and with what that one names.
import { type CloudEvent, parsed, type Submission } from './api';
import { bytes, type Sheet, type SheetRow } from './sheet';

// The rows in question, and with whom they are to be judged, in the order of the file.
export interface Again { asked: number[]; rows: number[] }

export function againTogether(sheet: Sheet, most: number, mostRows: number): Again[] {
  const all = sheet.rows.map((row) => spoken(sheet, row));
  const named = namedBy(sheet, all);
  const size = (rows: number[]): number => rows.reduce((sum, i) => sum + bytes(sheet.rows[i]!.text) + 2, 0);
  const portions: { asked: number[]; rows: Set<number>; size: number }[] = [];
  for (const [i, { told, mended }] of sheet.rows.entries()) {
    if (mended || !told || !inQuestion(told, all[i]!, named(i).map((j) => all[j]!))) continue;
    const group = reach(i, named);
    const last = portions[portions.length - 1];
    const more = [...group].filter((j) => !last?.rows.has(j));
    const grown = last ? last.size + size(more) : 0;
    if (!last || grown > most || last.rows.size + more.length > mostRows) portions.push({ asked: [i], rows: group, size: bytes(sheet.head) + 2 + size([...group]) });
    else last.asked.push(i), more.forEach((j) => last.rows.add(j)), (last.size = grown);
  }
  return portions.map(({ asked, rows }) => ({ asked, rows: [...rows].sort((a, b) => a - b) }));
}

const inQuestion = (told: Submission, own: Spoken, before: Spoken[]): boolean =>
  before.some((other) => other.id === own.id) || (before.length > 0 && told.reasons.some((r) => r.code === 'unknown_reference'));

function reach(from: number, named: (i: number) => number[]): Set<number> {
  const seen = new Set([from]);
  for (const i of seen) for (const j of named(i)) seen.add(j); // the walk takes in what is added meanwhile
  return seen;
}

// For each row, the earlier ones about the same subject whose id it holds; one that can't be read names nobody and is named by none.
function namedBy(sheet: Sheet, all: Spoken[]): (i: number) => number[] {
  const by = new Map<string, number[]>();
  for (const [i, { subject, id }] of all.entries()) {
    if (!id || sheet.rows[i]!.mended || !sheet.rows[i]!.told?.source) continue;
    const key = subject + '\n' + id;
    by.get(key)?.push(i) ?? by.set(key, [i]);
  }
  return (i) => [...new Set(all[i]!.texts.flatMap((text) => by.get(all[i]!.subject + '\n' + text) ?? []))].filter((j) => j < i);
}

interface Spoken { id: string; subject: string; texts: string[] }
function spoken(sheet: Sheet, row: SheetRow): Spoken {
  if (sheet.format === 'lines') {
    const event = (parsed(row.text) ?? {}) as Partial<CloudEvent>;
    return { id: String(event.id ?? ''), subject: String(event.subject ?? ''), texts: textsIn(event) };
  }
  const cell = (name: string): string => row.cells[sheet.columns.indexOf(name)]?.trim() ?? '';
  return { id: cell('id'), subject: cell('subject'), texts: row.cells.flatMap((c) => (/^\s*[[{]/.test(c) ? textsIn(parsed(c)) : [c.trim()])) };
}
const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []);
