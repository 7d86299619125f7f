// The API's answers about treaties, as /openapi.yaml describes them.
import type { Clocks, Named, Standing } from '../api';

export interface Voiced {
  told_by: { actor: string; standing: Standing } | null;
  disputed: boolean;
  events: string[];
}

export interface InstrumentLine extends Named {
  instrument: string;
  short_name: string;
  adopted_on: string | null;
  depositary: string | null;
  entry_into_force: string | null;
  parties: number;
  signatories_only: number;
}
export interface Instruments extends Clocks { instruments: InstrumentLine[] }

export type Bond = 'party' | 'signatory' | 'none' | 'left';
export interface Statement extends Voiced {
  country: string;
  name: string | null;
  kind: 'reservation' | 'declaration' | 'objection' | 'withdrawal';
  made_on: string;
  article: string | null;
  summary: string;
  withdrawn_on: string | null;
  withdrawal: string | null;
}
export interface Bound extends Voiced {
  country: string;
  name: string;
  status: Bond;
  signed_on: string | null;
  bound_on: string | null;
  form: string | null;
  in_force_on: string | null;
  denounced_on: string | null;
  left_on: string | null;
  statements: Omit<Statement, 'country' | 'name'>[];
}
export interface Instrument extends InstrumentLine, Clocks {
  rule: { instruments_needed?: number; after?: Term; each?: Term; article?: string } | null;
  countries: Bound[];
}
export interface Term { count: number; unit: string }

export interface Statements extends Clocks {
  counts: Record<Statement['kind'], { made: number; withdrawn: number }>;
  statements: Statement[];
  next: string | null;
}
