// The public read API's answers that this page uses, as /openapi.yaml describes them.
export type Status = 'open' | 'in_progress' | 'met' | 'met_late' | 'overdue' | 'lapsed';
export type Standing = 'authority' | 'monitor' | 'other';

// As much of a cell as its sign shows.
export interface Sign {
  country: string;
  commitment: string;
  status: Status;
  standing: Standing | null;
  disputed: boolean;
  since: string | null;
  told: number; // how many events bear on it
}

export interface Cell extends Sign {
  basis: 'act' | 'report' | null;
  sources: number;
  events: string[];
}

export interface Commitment {
  id: string;
  theme: string;
  due: string | null;
  wording: string;
  paragraph: string;
  actors: string[];
}

export interface EvidenceItem { type: string; instrument?: string; framework?: string; with_indicators?: boolean }
export interface EvidenceRule { all_of?: EvidenceItem[]; partly?: EvidenceItem[]; report_counts?: boolean }

export interface Framework extends Named {
  framework: string;
  name: string;
  kind: string;
  adopted_on: string | null;
  place: string | null;
  region: string | null;
  invented: boolean;
  themes: (Named & { letter: string; id: string; name: string })[];
  commitments: (Commitment & { evidence: EvidenceRule })[];
}

// A thing with names in some languages; `name` is the English one.
export interface Named { name?: string; names?: Record<string, string>; invented?: boolean }

export interface Region extends Named { region: string; name: string; described: string | null; invented: boolean; members: number; countries: string[] }
export interface Country extends Named { country: string; alpha2: string | null; m49: string | null; name: string; invented: boolean }
export interface Stakeholder extends Named { stakeholder: string; name: string; kind: string }

export interface Clocks { as_of: string; known_at: string }
export interface Regions extends Clocks { regions: Region[] }
export interface Frameworks extends Clocks { frameworks: Framework[] }
export interface Countries extends Clocks { countries: Country[] }
export interface Stakeholders extends Clocks { stakeholders: Stakeholder[] }

// What the ledger says of itself: a sample says that it is one.
export interface About extends Clocks { title: string | null; simulated_clock: boolean; notice: string | null }

export interface Scorecard extends Clocks {
  region: string;
  framework: string;
  countries: string[];
  commitments: Commitment[];
  cells: Cell[];
}

export interface CountryPage extends Clocks, Named {
  country: string;
  name: string;
  invented: boolean;
  frameworks: (Named & { framework: string; name: string; cells: Cell[] })[];
}

export interface Told {
  position: string;
  source: string;
  id: string;
  actor: string;
  standing: Standing;
  recordedtime: string;
  type: string;
  on?: string;
  about?: string;
  corrects?: boolean;
  data: Record<string, unknown>;
}

// What went wrong: the server's own words, or that there was no server to say any.
export class Trouble extends Error {
  constructor(readonly status: number, readonly code: string, detail: string) { super(detail); }
  get gone(): boolean { return this.status === 0 || this.status >= 500; }
}

// An answer's text, and the place in the ledger it was computed at.
export interface Reply { text: string; position: string }

export async function read(path: string, signal: AbortSignal): Promise<string> {
  return (await readReply(path, signal)).text;
}

export async function readReply(path: string, signal?: AbortSignal): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { Accept: 'application/json' }, cache: 'no-cache', signal: signal ?? null });
    const text = await response.text();
    if (response.ok) return { text, position: response.headers.get('Rollcall-Position') ?? '' };
    throw troubleOf(response.status, text);
  } catch (error) {
    if (error instanceof Trouble || signal?.aborted) throw error;
    throw new Trouble(0, 'unreachable', 'The server does not answer.');
  }
}

function troubleOf(status: number, text: string): Trouble {
  try {
    const problem = JSON.parse(text) as { code?: string; detail?: string; title?: string };
    return new Trouble(status, problem.code ?? 'refused', problem.detail ?? problem.title ?? `The server answered ${status}.`);
  } catch {
    return new Trouble(status, 'refused', `The server answered ${status}.`);
  }
}
