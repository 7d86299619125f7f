// Rows on their way to the server, and what it told of each.
import { Trouble } from '../api';
import { asker, parsed, type Reason, reasonsIn, type Submission } from './api';
import { bytes, type Sheet } from './sheet';

export interface Way { token: string; dryRun: boolean; signal: AbortSignal; onProgress: (loaded: number) => void }

// What was told of the rows, in order. A portion that is refused whole is halved until the row is found.
export async function sendRows(sheet: Sheet, portion: number[], way: Way): Promise<Submission[]> {
  const rows = portion.map((i) => sheet.rows[i]!);
  const lines = sheet.format === 'lines';
  const broken = lines && rows.map((r) => parsed(r.text)).map((e) => e === null || typeof e !== 'object');
  if (broken && broken.some(Boolean)) return mixed(sheet, portion, broken, way);
  const body = lines ? `[${rows.map((r) => r.text).join(',')}]` : [sheet.head, ...rows.map((r) => r.text)].join('\r\n') + '\r\n';
  const { status, text } = await post('/v1/events' + (way.dryRun ? '?dry_run=true' : ''), lines ? 'application/cloudevents-batch+json' : 'text/csv', body, way);
  const told = parsed(text);
  if (Array.isArray(told) && told.length === rows.length) return told as Submission[];
  const reasons = reasonsIn(told);
  const troubled = status === 401 || status === 429 || status >= 500 || status === 0;
  if (troubled || (!lines && status === 400)) throw new Trouble(status, reasons[0]!.code, reasons.map((r) => r.detail).join(' ')); // 400 of a spreadsheet: its head line
  if (reasons[0]!.code === 'drafts_full') return rows.map(() => refused(reasons));
  if (rows.length === 1) return [Array.isArray(told) && told.length > 0 ? (told[0] as Submission) : refused(reasons)];
  const half = Math.ceil(portion.length / 2);
  return [...(await sendRows(sheet, portion.slice(0, half), way)), ...(await sendRows(sheet, portion.slice(half), way))];
}

const refused = (reasons: Reason[]): Submission => ({ source: '', id: '', decision: 'refused', reasons });

async function mixed(sheet: Sheet, portion: number[], broken: boolean[], way: Way): Promise<Submission[]> {
  const whole = portion.filter((_, i) => !broken[i]);
  const told = whole.length > 0 ? await sendRows(sheet, whole, way) : [];
  return portion.map((_, i) => (broken[i] ? refused([{ code: 'malformed', pointer: '', detail: 'not a JSON text' }]) : told.shift()!));
}

function post(path: string, type: string, body: string, { token, dryRun, onProgress, signal }: Way): Promise<{ status: number; text: string }> {
  return new Promise((done, fail) => {
    if (signal.aborted) return fail(new Trouble(0, 'left', 'Stopped.'));
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('Accept', 'application/json');
    if (!dryRun) request.setRequestHeader('Prefer', 'wait=20');
    request.upload.onprogress = (e) => onProgress(e.loaded);
    request.onload = () => { onProgress(bytes(body)); done({ status: request.status, text: request.responseText }); };
    request.onerror = () => fail(new Trouble(0, 'unreachable', 'The server does not answer.'));
    request.onabort = () => fail(new Trouble(0, 'left', 'Stopped.'));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

// Rows whose decision had not come when the answer did are asked for, a few times.
export async function settle(token: string, told: Submission[]): Promise<Submission[]> {
  const ask = asker(token);
  const now = [...told];
  for (let n = 0; n < 10 && now.some((t) => t.decision === 'pending'); n++) {
    await new Promise((later) => setTimeout(later, 500));
    for (const [i, one] of now.entries()) {
      if (one.decision !== 'pending') continue;
      const { status, body } = await ask(`/v1/submissions/${encodeURIComponent(one.source)}/${encodeURIComponent(one.id)}`);
      if (status !== 200 || (body as Submission).decision === 'pending') break; // those after it are no further
      now[i] = { ...one, ...(body as Submission) };
    }
  }
  return now;
}
