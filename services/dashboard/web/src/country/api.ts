// What the country page asks beside its cells, as /openapi.yaml describes it.
import type { Cell, Clocks, Commitment, Standing, Status } from '../api';

export interface Reminder {
  id: string;
  kind: 'commitment' | 'plan' | 'focal_point' | 'rapporteur' | 'agreement' | 'code_of_conduct';
  state: 'due' | 'overdue';
  due: string;
  subject: string;
  title: string;
  detail: string | null;
  framework: string | null;
  commitment: string | null;
  focal_points: string[];
}
export interface Reminders extends Clocks { due: number; overdue: number; within: number; reminders: Reminder[] }

interface Report { actor: string; status: Status; status_on: string | null; summary: string | null }
interface Side { status: Status | null; basis: string | null; since: string | null; events: string[]; reports: Report[] }
export interface View {
  country: string;
  commitment: string;
  agreement: 'same' | 'differs' | 'youth_silent' | 'government_silent' | 'both_silent';
  cell: Cell;
  government: Side;
  youth: Side;
  youth_claims: { actor: string; says: 'corroborates' | 'disputes'; statement: string; position: string }[];
}
export interface YouthView extends Clocks { commitments: Commitment[]; views: View[] }

export interface Happened { position: string; recordedtime: string; on: string | null; source: string; id: string; actor: string; standing: Standing; sentence: string }
export interface Activity { entries: Happened[]; next: string | null }
