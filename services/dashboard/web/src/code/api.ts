// The answers about a code of conduct: the list of signatories, and one organisation's history under its codes.
import type { Clocks, Named } from '../api';
import type { Sourced } from '../parts/source';

export interface Organisation extends Named { organisation: string; name: string; kind: string | null; acts_as: string[]; home: string | null; ended_on: string | null; successors: string[]; invented: boolean }
export interface Signature extends Sourced { signed_on: string; active_in: string[]; claims?: Claim[] }
export interface Withdrawal extends Sourced { withdrawn_on: string; reason: string | null; claims?: Claim[] }
export interface Claim { claim: 'disputed' | 'corroborated'; statement: string; told_by: Sourced['told_by']; citation: string | null; event: string }

export type Kept = 'met' | 'partly_met' | 'not_met';
export interface CriterionTold extends Sourced { status: Kept; year: string; reported_on: string; trend: 'better' | 'same' | 'worse' | null; summary: string | null }
export interface Criterion extends Partial<Omit<CriterionTold, 'status'>> { criterion: string; status: Kept | null; also_told: CriterionTold[] }

export interface Code {
  code: string;
  active_in: string[];
  state: 'signed' | 'withdrawn' | null;
  disputed: boolean;
  signature: Signature | null;
  also_signed: Signature[];
  withdrawal: Withdrawal | null;
  also_withdrawn: Withdrawal[];
  withdrawal_claims: Withdrawal[];
  years_reported: number[];
  years_due: number[];
  years_missing: number[];
  next_due: string | null;
  criteria: Criterion[];
}
export interface Safeguard extends Sourced { kind: string; state: 'live' | 'run_out'; coverage_percent: number | null; countries: string[]; deployed_on: string; runs_until: string | null; summary: string }
export interface Signatory extends Organisation, Code { safeguards: Safeguard[] }
export interface Signatories extends Clocks { signatories: Signatory[]; next: string | null }

export type YearState = 'reported' | 'due' | 'missing';
export interface Year { year: number; state: YearState; due_on: string | null; late: boolean }
export interface Report extends Sourced { year: string; reported_on: string; criteria: { criterion: string; status: Kept; summary?: string | null }[]; summary: string | null; claims: Claim[] }
export interface Period { signature: Signature; also_signed: Signature[]; withdrawal: Withdrawal | null; also_withdrawn: Withdrawal[] }
export interface WholeCode extends Code { periods: Period[]; years: Year[]; reports: Report[]; report_claims: Report[] }
export interface Company extends Clocks, Organisation { codes: WholeCode[]; safeguards: Safeguard[] }

// Of the list, which holds the years but not the days: whether a report came late is told on the company's own page.
export function yearsOf(code: Code): Year[] {
  const years = (list: number[], state: YearState): Year[] => list.map((year) => ({ year, state, due_on: null, late: false }));
  return [...years(code.years_reported, 'reported'), ...years(code.years_due, 'due'), ...years(code.years_missing, 'missing')].sort((a, b) => a.year - b.year);
}
