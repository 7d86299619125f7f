// A dropped file, taken apart into rows that go in portions below the server's limit for a body, and what became of each.
import { type CloudEvent, type Data, type EventType, parsed, type Submission } from './api';
import { inCommas, isSaid } from './csv';
import { dataOfCells, heldOn, type Schema } from './schema';

export type Format = 'csv' | 'lines';
export interface SheetRow { line: number; text: string; cells: string[]; told: Submission | null; mended?: boolean }
export interface Sheet { name: string; format: Format; head: string; columns: string[]; rows: SheetRow[] }

export function sheetOf(name: string, text: string): Sheet {
  const first = text.trimStart();
  if (first.startsWith('{') || first.startsWith('[') || /\.(nd)?json(l)?$/i.test(name)) {
    const list = first.startsWith('[') ? parsed(text) : null;
    const lines = Array.isArray(list) ? list.map((e) => JSON.stringify(e)) : text.split('\n');
    return { name, format: 'lines', head: '', columns: [], rows: lines.map((t, i) => ({ line: i + 1, text: t.trim(), cells: [], told: null })).filter((r) => r.text !== '') };
  }
  const [head, ...rows] = inCommas(text);
  return { name, format: 'csv', head: head?.text ?? '', columns: head?.cells.map((c) => c.trim()) ?? [], rows: rows.filter(isSaid).map((r) => ({ ...r, told: null })) };
}

export const bytes = (text: string): number => new TextEncoder().encode(text).length;
export const sizeOf = (sheet: Sheet, rows: number[]): number => rows.reduce((sum, i) => sum + bytes(sheet.rows[i]!.text) + 2, bytes(sheet.head) + 2);

// As many of these rows as fit; one that is too large goes alone, for the server to say so.
export function portionsOf(sheet: Sheet, rows: number[], most: number, mostRows: number): number[][] {
  const portions: number[][] = [];
  let size = 0;
  for (const i of rows) {
    const own = bytes(sheet.rows[i]!.text) + 2;
    const last = portions[portions.length - 1];
    if (!last || size + own > most || last.length >= mostRows) portions.push([i]), (size = bytes(sheet.head) + 2 + own);
    else last.push(i), (size += own);
  }
  return portions;
}

// A row as the event it stands for, so that it can be mended in the form.
export function eventOf(sheet: Sheet, row: SheetRow, type: EventType | undefined, schema: Schema | null, source: string): CloudEvent | null {
  if (sheet.format === 'lines') return parsed(row.text) as CloudEvent | null;
  if (!type || !schema) return null;
  const own = new Map(sheet.columns.map((c, i) => [c, row.cells[i] ?? '']));
  const data = dataOfCells([...own].filter(([c]) => !ATTRIBUTES.includes(c)), schema) as Data;
  return { specversion: '1.0', id: own.get('id')?.trim() ?? '', source: own.get('source')?.trim() || source, type: type.type, subject: own.get('subject')?.trim() ?? '', time: own.get('time')?.trim() || heldOn(data, schema), data };
}
const ATTRIBUTES = ['type', 'id', 'subject', 'time', 'source'];

// The rows that were refused, as they stood, under the same head, for mending in the spreadsheet.
export function refusedRows(sheet: Sheet): string {
  const rows = sheet.rows.filter((r) => r.told?.decision === 'refused');
  const guide = (r: SheetRow): string => `# ${r.told!.reasons.map((x) => `${x.column ?? x.pointer}: ${x.detail}`).join('; ')}`;
  if (sheet.format === 'lines') return rows.map((r) => r.text).join('\n') + '\n';
  return [sheet.head, ...rows.flatMap((r) => ['"' + guide(r).replaceAll('"', '""').replace(/[\r\n]+/g, ' ') + '"', r.text])].join('\r\n') + '\r\n';
}
