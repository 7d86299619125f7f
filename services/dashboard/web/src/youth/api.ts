// The answers about young people: how far they took part, what they say beside the government, and their committees.
import type { Cell, Clocks, Commitment, Status } from '../api';
import type { Sourced, Teller } from '../parts/source';

export interface Voice { told_by: Teller; kind: string | null; says: 'corroborates' | 'disputes'; statement: string; citation: string | null; position: string }
export interface ProcessReport extends Omit<Sourced, 'corroborated_by' | 'disputed_by'> {
  kind: string;
  rung: string;
  rung_number: number;
  participation: boolean;
  reported_on: string;
  from: string | null;
  young_people: number | null;
  meeting: string | null;
  commitments: string[];
  summary: string;
  told_by_kind: string | null;
  voices: Voice[];
}
export interface Process { country?: string; region?: string; process: string; youth_voice: boolean; reports: ProcessReport[] }
export interface Participation extends Clocks { counts: { processes: number; participation: number; youth_voice: number }; processes: Process[]; untold: string[]; next: string | null }

export type Agreement = 'same' | 'differs' | 'youth_silent' | 'government_silent' | 'both_silent';
export interface Side { status: Status | null; basis: 'act' | 'report' | null; since: string | null; events: string[]; reports: { actor: string; status: string; status_on: string; summary: string; events: string[] }[] }
export interface YouthClaim { actor: string; says: 'corroborates' | 'disputes'; statement: string; about: string; of_government: boolean; position: string }
export interface View { country: string; commitment: string; agreement: Agreement; cell: Cell; government: Side; youth: Side; youth_claims: YouthClaim[] }
export interface YouthView extends Clocks { countries: string[]; commitments: Commitment[]; views: View[] }

export interface Committee extends Sourced { committee: string; independent: boolean | null; advises_government: boolean | null; stakeholder: string | null; state: 'live' | 'lapsed' | 'ended'; established_on: string; ended_on: string | null; end_reason: string | null }
export interface Committees { name: string | null; counts: { live: number; lapsed: number; ended: number }; youth_committees: Committee[] }
export interface RegionCommittees extends Clocks, Committees { countries: (Committees & { country: string })[] }
