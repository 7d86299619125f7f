// The events that a sheet's rows stand for, by the schemas of their types.
import { read } from '../api';
import type { CloudEvent, EventType } from './api';
import type { Schema } from './schema';
import { eventOf, type Sheet, type SheetRow } from './sheet';

const answered = new Map<string, Promise<string>>();
const once = (path: string): Promise<string> => {
  if (!answered.has(path)) answered.set(path, read(path, new AbortController().signal).catch((error) => { answered.delete(path); throw error; }));
  return answered.get(path)!;
};

export async function eventsOf(sheet: Sheet, source: string, rows: SheetRow[] = sheet.rows): Promise<(CloudEvent | null)[]> {
  const { types } = JSON.parse(await once('/v1/types')) as { types: EventType[] };
  const at = sheet.columns.indexOf('type');
  const made: (CloudEvent | null)[] = [];
  for (const row of rows) {
    const said = row.cells[at]?.trim();
    const type = sheet.format === 'csv' ? types.find((t) => t.name === said || t.type === said) : undefined;
    made.push(eventOf(sheet, row, type, type ? (JSON.parse(await once(type.schema)) as Schema) : null, source));
  }
  return made;
}
