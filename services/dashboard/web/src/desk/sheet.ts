// A dropped file, taken apart into rows that go in batches below the server's limit for a body, and what became of each.
import { asker, type CloudEvent, type Data, type EventType, parsed, type Reason, reasonsIn, type Submission } from './api';
import { isSaid, rowsOf } from './csv';
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
  const [head, ...rows] = rowsOf(text);
  return { name, format: 'csv', head: head?.text ?? '', columns: head?.cells.map((c) => c.trim()) ?? [], rows: rows.filter(isSaid).map((r) => ({ ...r, told: null })) };
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;

// As many rows as fit; one that is too large goes alone, for the server to say so.
export function batchesOf(sheet: Sheet, most: number, mostRows: number): number[][] {
  const batches: number[][] = [];
  let size = 0;
  sheet.rows.forEach((row, i) => {
    if (row.mended) return;
    const own = bytes(row.text) + 2;
    const last = batches[batches.length - 1];
    if (!last || size + own > most || last.length >= mostRows) batches.push([i]), (size = bytes(sheet.head) + own);
    else last.push(i), (size += own);
  });
  return batches;
}

export interface Way { token: string; dryRun: boolean; onProgress: (loaded: number) => void; signal: AbortSignal }

// Sends the rows, and says what was told of each, in order. A batch that is refused whole is halved until the row is found.
export async function sendRows(sheet: Sheet, batch: number[], way: Way): Promise<Submission[]> {
  const rows = batch.map((i) => sheet.rows[i]!);
  const lines = sheet.format === 'lines';
  const broken = lines && rows.map((r) => parsed(r.text)).map((e) => e === null || typeof e !== 'object');
  if (broken && broken.some(Boolean)) return mixed(sheet, batch, broken, way);
  const body = lines ? `[${rows.map((r) => r.text).join(',')}]` : [sheet.head, ...rows.map((r) => r.text)].join('\r\n') + '\r\n';
  const { status, text } = await post('/v1/events' + (way.dryRun ? '?dry_run=true' : ''), lines ? 'application/cloudevents-batch+json' : 'text/csv', body, way);
  const told = parsed(text);
  if (Array.isArray(told) && told.length === rows.length) return told as Submission[];
  if (status === 401 || status === 429 || status >= 500 || status === 0) throw new Error(reasonsIn(told)[0]!.detail);
  if (rows.length > 1) {
    const half = Math.ceil(batch.length / 2);
    return [...(await sendRows(sheet, batch.slice(0, half), way)), ...(await sendRows(sheet, batch.slice(half), way))];
  }
  return [refused(reasonsIn(told))];
}

const refused = (reasons: Reason[]): Submission => ({ source: '', id: '', decision: 'refused', reasons });

async function mixed(sheet: Sheet, batch: number[], broken: boolean[], way: Way): Promise<Submission[]> {
  const whole = batch.filter((_, i) => !broken[i]);
  const told = whole.length > 0 ? await sendRows(sheet, whole, way) : [];
  return batch.map((_, i) => (broken[i] ? refused([{ code: 'malformed', pointer: '', detail: 'not a JSON text' }]) : told.shift()!));
}

function post(path: string, type: string, body: string, { token, dryRun, onProgress, signal }: Way): Promise<{ status: number; text: string }> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('Accept', 'application/json');
    if (!dryRun) request.setRequestHeader('Prefer', 'wait=20');
    request.upload.onprogress = (e) => onProgress(e.loaded);
    request.onload = () => { onProgress(bytes(body)); done({ status: request.status, text: request.responseText }); };
    request.onerror = () => fail(new Error('The server does not answer.'));
    request.onabort = () => fail(new Error('Stopped.'));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

// Rows whose decision had not come when the answer did are asked for, a few times.
export async function settle(token: string, told: Submission): Promise<Submission> {
  const ask = asker(token);
  for (let n = 0; n < 10 && told.decision === 'pending'; n++) {
    await new Promise((later) => setTimeout(later, 500));
    const { status, body } = await ask(`/v1/submissions/${encodeURIComponent(told.source)}/${encodeURIComponent(told.id)}`);
    if (status === 200) told = { ...told, ...(body as Submission) };
  }
  return told;
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
