// What is known of a stakeholder, and the cells that an organisation must keep.
import type { Cell, Clocks, Named, Stakeholder } from '../api';

export interface Body extends Stakeholder {
  home: string | null;
  duties: { duty: string; of?: string }[];
  mandate: { everywhere?: boolean; countries?: string[]; regions?: string[] };
  from: string | null;
  until: string | null;
  ended_on: string | null;
  successors: string[];
}
export interface Bodies extends Clocks { stakeholders: Body[]; next: string | null }

export type OwnCell = Omit<Cell, 'country'> & { organisation: string };
export interface OrganisationAnswer extends Clocks, Named {
  organisation: string;
  name: string;
  kind: string;
  active_in: string[];
  frameworks: (Named & { framework: string; name: string; cells: OwnCell[] })[];
}
