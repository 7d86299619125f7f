// The partners' side of the API, asked with a token: it goes in a header, never in an address.
import { type Clocks, Trouble } from '../api';

export interface Reason { code: string; pointer: string; detail: string; rule?: string; column?: string }
export interface Submission {
  source: string;
  id: string;
  decision: 'admitted' | 'refused' | 'pending' | 'draft';
  position?: string | null;
  reasons: Reason[];
  type?: string;
  subject?: string;
  recordedtime?: string;
  standing?: 'authority' | 'monitor' | 'other';
  warning?: string;
  repeat?: true;
  line?: number;
  draft?: string;
  now?: Submission;
}
export interface Submissions { submissions: Submission[]; next: string | null }
export interface Summary {
  complete: boolean;
  types: { type: string; admitted: number; refused: number }[];
  reasons: { type: string; code: string; count: number }[];
}
export interface Me extends Partial<Clocks> {
  stakeholder: string;
  name?: string;
  in_office: boolean;
  registrar: boolean;
  source: string;
  credential: string;
  duty: 'prepare' | 'approve' | null;
  expires_on: string | null;
  speaks_about?: string[];
  drafts: { waiting: number; returned: number; sent: number };
}
export interface EventType { name: string; type: string; title: string; description: string; area: string; subjects: string[]; refers_to: string | null; registrar_only: boolean; schema: string; template: string }
export type Data = Record<string, unknown>;
export interface CloudEvent { specversion: '1.0'; id: string; source: string; type: string; subject: string; time: string; data: Data }
export interface Draft {
  draft: string;
  state: 'waiting' | 'sent' | 'returned';
  etag: string;
  source: string;
  id: string;
  type: string;
  subject: string;
  prepared_by: string;
  prepared_at: string;
  changed_at: string;
  approved_by?: string | null;
  returned_by?: string | null;
  note?: string | null;
  decision: 'draft' | 'pending' | 'admitted' | 'refused';
  position?: string | null;
  reasons: Reason[];
  now?: Submission;
  event?: CloudEvent;
}

export interface Answer { status: number; text: string; body: unknown }
export interface Question { method?: string; type?: string; body?: string; headers?: Record<string, string>; accept?: string }
export type Ask = (path: string, question?: Question) => Promise<Answer>;

export const JSON_EVENT = 'application/cloudevents+json';

// A refusal of what was sent is an answer like any other; only a server that is gone is thrown.
export function asker(token: string): Ask {
  return async (path, { method = 'GET', type, body, headers = {}, accept = 'application/json' } = {}) => {
    let response: Response;
    let text = '';
    try {
      response = await fetch(path, { method, body: body ?? null, cache: 'no-store', headers: { Accept: accept, Authorization: `Bearer ${token}`, ...(type ? { 'Content-Type': type } : {}), ...headers } });
      text = await response.text();
    } catch {
      throw new Trouble(0, 'unreachable', 'The server does not answer.');
    }
    if (response.status >= 500 && response.status !== 503) throw new Trouble(response.status, 'unreachable', `The server answered ${response.status}.`);
    return { status: response.status, text, body: parsed(text) };
  };
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// What a refused question says, as reasons, whether it lists any or not.
export function reasonsIn(body: unknown): Reason[] {
  const { reasons, code = 'refused', detail, title } = (body ?? {}) as { reasons?: Reason[]; code?: string; detail?: string; title?: string };
  return reasons && reasons.length > 0 ? reasons : [{ code, pointer: '', detail: detail ?? title ?? '' }];
}

// One event, sent or only checked: its receipt whatever the status was.
export async function submit(ask: Ask, event: CloudEvent, dryRun: boolean): Promise<Submission> {
  const { status, body } = await ask('/v1/events' + (dryRun ? '?dry_run=true' : ''), { method: 'POST', type: JSON_EVENT, body: JSON.stringify(event), headers: dryRun ? {} : { Prefer: 'wait=10' } });
  if (status < 300 && body) return body as Submission;
  const { decision, position } = (body ?? {}) as Partial<Submission>;
  return { source: event.source, id: event.id, type: event.type, subject: event.subject, decision: decision ?? 'refused', position: position ?? null, reasons: reasonsIn(body) };
}
