// The API's answers about offices in charge, rapporteurs and youth committees, as /openapi.yaml describes them.
import type { Clocks, Named, Standing } from '../api';

export type MandateState = 'live' | 'lapsed' | 'ended';
export interface Mandate {
  state: MandateState;
  ended_on: string | null;
  mandate_until?: string | null;
  end_reason: string | null;
  frameworks: string[];
  told_by: { actor: string; standing: Standing };
  disputed: boolean;
  corroborated_by: string[];
  disputed_by: string[];
  events: string[];
}
export interface FocalPoint extends Mandate { unit: string; role: string | null; designated_on: string; mandate_until: string | null; contact_held: boolean; contact: Record<string, unknown> | 'erased' | null }
export interface Rapporteur extends Mandate { institution: string; kind: string; independent: boolean | null; appointed_on: string; mandate_until: string | null; contact_held: boolean }
export interface YouthCommittee extends Mandate { committee: string; independent: boolean | null; advises_government: boolean | null; stakeholder: string | null; established_on: string }

interface Head { name: string | null; counts: Record<MandateState, number> }
export interface FocalPoints extends Head { focal_points: FocalPoint[] }
export interface Rapporteurs extends Head { rapporteurs: Rapporteur[] }
export interface YouthCommittees extends Head { youth_committees: YouthCommittee[] }

export type OfRegion<T> = T & Clocks & Named & { region: string; countries: (T & { country: string })[] };
export type OfCountry<T> = T & Clocks & Named & { country: string };
