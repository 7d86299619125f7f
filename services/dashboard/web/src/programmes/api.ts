// The programmes' answers: the map of a region, and the programmes of a country or an organisation.
import type { Clocks } from '../api';
import type { Sourced } from '../parts/source';

export interface Programme extends Sourced {
  programme: string; // the record that told of its start
  source: string;
  id: string;
  subject: string; // kind/id
  title: string;
  areas: string[];
  activities: string[];
  countries: string[];
  region_wide: boolean;
  state: 'live' | 'run_out' | 'ended';
  started_on: string;
  runs_until: string | null;
  groups: string[];
  partners: string[];
  budget: { amount: number; currency: string } | null;
  summary: string | null;
}
export interface MappedProgramme extends Programme { reports: number; last_reported_on: string | null }

export interface MapCell { country: string; area: string; activity: string; empty: boolean; programmes: string[] }
export interface Activity { activity: string; area: string }
export interface AreaTotal { area: string; programmes: number; region_wide: number; countries: number; cells: number; empty: number }

export interface ProgrammeMap extends Clocks {
  region: string;
  activities: Activity[];
  countries: { country: string; name: string | null; programmes: number; empty: number }[];
  totals: AreaTotal[];
  cells: MapCell[];
  region_wide: string[];
  programmes: MappedProgramme[];
}

export interface Ending extends Sourced { ended_on: string; reason: string | null }
export interface ProgrammeReport extends Sourced { reported_on: string; summary: string; people_reached: number | null; evaluated: boolean | null }
export interface WholeProgramme extends Programme { reports: ProgrammeReport[]; end: Ending | null; end_claims: Ending[] }
export interface Programmes extends Clocks { programmes: WholeProgramme[]; next: string | null }

// Who runs it, where it is told about an organisation; of one told about a place, only who tells it is known.
export const runnerOf = (p: Programme): string | null => (p.subject.startsWith('organisation/') ? p.subject.slice('organisation/'.length) : null);
export const standsUnder = (p: Programme): string => runnerOf(p) ?? p.told_by.actor;
