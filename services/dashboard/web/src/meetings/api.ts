// Meetings as /v1/meetings tells them.
import type { Clocks, Standing, Status } from '../api';

export interface Saying { told_by: { actor: string; standing: Standing }; disputed: boolean; events: string[]; citation?: string | null }

export interface Meeting {
  meeting: string;
  title: string | null;
  state: 'announced' | 'under_way' | 'held' | null;
  starts_on: string | null;
  ends_on: string | null;
  place: string | null;
  region: string | null;
  frameworks: string[];
  follows: string | null;
  concluded_on: string | null;
  adopted: string | null;
  organisers: { stakeholder: string; name: string | null; kind: string | null }[];
}
export interface Meetings extends Clocks { meetings: Meeting[]; next: string | null }

export interface ByKind { kind: string | null; contributions: number }
export interface Contribution extends Saying {
  by: string;
  name: string | null;
  kind: string | null;
  session: string | null;
  question: string | null;
  text: string;
  made_on: string;
  country: string | null;
  commitments: string[];
}
export interface Question { question: string; text: string; contributions: Contribution[] }
export interface Session { session: string; title: string; held_on: string | null; annotation: string | null; questions: Question[]; contributions: Contribution[] }

export interface Sum { delegations: number; people: number; young_people: number; without_figures: number }
export interface Delegations extends Sum { by_kind: (Sum & { kind: string | null })[]; by_country: (Sum & { country: string | null })[] }

export interface Recommendation extends Saying {
  recommendation: string;
  text: string;
  theme: string | null;
  actors: string[];
  due: string | null;
  adopted_on: string;
  about: string[];
  became: { id: string; framework: string; wording: string; due: string | null }[];
}

export interface OnDay { as_of: string; counts: Record<Status, number>; countries: { country: string; status: Status }[] }
export interface FollowedUp extends Recommendation {
  commitments: { id: string; wording: string; due: string | null; became: boolean; now: OnDay | null; at_next_meeting: OnDay | null }[];
  said_at_next: Contribution[];
}
export interface Recommendations extends Clocks { meeting: string; next_meeting: Meeting | null; recommendations: FollowedUp[] }

export interface MeetingRoom extends Clocks, Meeting {
  delegations: Delegations;
  tellings: (Saying & { counts: boolean; title: string; starts_on: string; ends_on: string; place: string; document: string | null })[];
  contributions_by_kind: ByKind[];
  contributions_told: number;
  contributions_shown: number;
  agenda: (Saying & { set_on: string; sessions: Session[] }) | null;
  to_no_question: { contributions: Contribution[] };
  recommendations: Recommendation[];
  outcome: (Saying & { text: string; concluded_on: string; adopted: string | null; next: string | null }) | null;
  followed_by: { meeting: string; title: string; starts_on: string; ends_on: string }[];
}
