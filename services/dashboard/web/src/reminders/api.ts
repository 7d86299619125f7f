// What falls due, as /v1/{regions|countries}/{id}/reminders tells it.
import type { Clocks, Status } from '../api';

export type ReminderKind = 'commitment' | 'plan' | 'focal_point' | 'rapporteur' | 'agreement' | 'code_of_conduct';
export interface Reminder {
  id: string;
  kind: ReminderKind;
  state: 'due' | 'overdue';
  due: string;
  days: number;
  subject: string;
  title: string;
  detail: string | null;
  framework: string | null;
  commitment: string | null;
  status: Status | null;
  focal_points: string[];
  events: string[];
}
export interface Reminders extends Clocks { name: string; within: number; due: number; overdue: number; reminders: Reminder[]; next: string | null }
