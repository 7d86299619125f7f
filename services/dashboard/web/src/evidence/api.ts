// What the API says of one cell (GET /v1/countries/{code}/commitments/{id}/{item}).
import type { Cell, Clocks, Commitment, Standing, Status, Told } from '../api';

export interface Voice {
  told_by: { actor: string; standing: Standing };
  kind: string | null;
  says: 'act' | 'ends' | 'corrects' | 'corroborates' | 'disputes' | 'met' | 'partly_met' | 'not_met';
  statement: string | null;
  position: string;
}
export interface OrganisationCell extends Omit<Cell, 'country'> { organisation: string }
export interface CellPage extends Clocks {
  commitment: Commitment;
  cell: Cell & { organisations?: Partial<Record<Status | 'active', number>> };
  sources: string[];
  voices: Voice[];
  organisations?: OrganisationCell[]; // of a country's cell
  same_promise?: Cell[];
  superseded_by?: string[];
  events: Told[];
}

export const isClaim = (event: Told): boolean => event.type.startsWith('claim.');

// What was said of an event afterwards, and what it speaks of.
export const correctionOf = (event: Told, all: Told[]): Told | undefined => all.filter((e) => e.corrects && e.about === event.id).pop();
export const spokenOf = (event: Told, all: Told[]): Told | undefined => (event.about ? all.find((e) => e.id === event.about && e !== event) : undefined);
