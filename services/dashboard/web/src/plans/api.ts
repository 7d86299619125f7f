// The API's answers about plans, as /openapi.yaml describes them.
import type { Clocks, Named, Standing } from '../api';

export type PlanState = 'live' | 'run_out' | 'ended';
interface Voiced { told_by: { actor: string; standing: Standing } | null; disputed: boolean; corroborated_by: string[]; disputed_by: string[]; events: string[] }
export interface PlanContent { title: string; runs_until: string | null; frameworks: string[]; themes: string[]; has_indicators: boolean | null; budget: { amount: number; currency: string } | null; lead: string | null; citation: string | null }
export interface Evaluation extends Voiced { evaluated_on: string; evaluator: string; independent: boolean | null; effect: string; findings: string }
export interface Plan extends PlanContent, Voiced {
  plan: string;
  scope: 'national' | 'sub_national' | 'regional';
  state: PlanState;
  adopted_on: string;
  revised_on: string | null;
  ended_on: string | null;
  end_reason: string | null;
  evaluations: Evaluation[];
  revisions?: (PlanContent & { revised_on: string; summary: string | null })[]; // of a country's answer only
}
interface Plans { name: string | null; counts: Record<PlanState, number>; plans: Plan[] }
export interface CountryPlans extends Clocks, Plans { country: string }
export interface RegionPlans extends Clocks, Named {
  region: string;
  counts: Record<PlanState, number>;
  plans: Plan[];
  countries_with_plan: number;
  countries_without_plan: number;
  countries_with_evaluation: number;
  countries: (Plans & { country: string })[];
}
