// What happened, as /v1/activity and its stream tell it.
import type { Clocks, Standing } from '../api';

export interface Happened {
  position: string;
  recordedtime: string;
  on: string | null;
  type: string;
  subject: string;
  name: string;
  source: string;
  id: string;
  actor: string;
  standing: Standing;
  sentence: string;
  about: { relation: string; source: string; id: string; position: string | null; type: string | null } | null;
  followed_by: { position: string; type: string }[];
}

export interface Activity extends Partial<Clocks> { entries: Happened[]; next: string | null }
