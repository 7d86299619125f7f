// Days as numbers on the sliders, and the marks set on them: a framework's adoption, its deadlines, and the meetings that
// look at it. Partial dates stand at the end of what they name, so that going there shows what happened in it.
import type { Clocks, Framework } from '../../api';
import { w } from '../../language';
import { today } from '../../say';

export const FIRST = '1996-01-01';
const DAY = 86_400_000;
export const dayNumber = (date: string): number => Math.round((Date.parse(date.slice(0, 10)) - Date.parse(FIRST)) / DAY);
export const dateOf = (number: number): string => new Date(Date.parse(FIRST) + number * DAY).toISOString().slice(0, 10);

export interface Meeting { meeting: string; title: string; starts_on: string; ends_on: string | null; place: string | null; region: string | null; frameworks: string[]; adopted: string | null }
export interface Meetings extends Clocks { meetings: Meeting[] }

export interface Mark { day: string; kind: 'adopted' | 'due' | 'meeting'; label: string; says: string; weight: number }

export function lastDayOf(given: string): string {
  const [year = '', month, day] = given.split('-');
  if (day) return given.slice(0, 10);
  return new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0)).toISOString().slice(0, 10);
}

export function marksOf(framework: Framework | undefined, meetings: Meeting[], region: string | null): Mark[] {
  const marks: Mark[] = [];
  const adopting = meetings.find((m) => framework && m.adopted === framework.framework);
  if (framework?.adopted_on) {
    const day = lastDayOf(framework.adopted_on), place = adopting?.place ?? framework.place;
    marks.push({ day, kind: 'adopted', label: w.time.adopted(place), says: w.time.adoptedLong(place, framework.adopted_on), weight: 3 });
  }
  for (const [due, many] of dueDays(framework)) marks.push({ day: lastDayOf(due), kind: 'due', label: w.time.due(due), says: w.time.dueLong(due, many), weight: 2 });
  for (const m of meetings) {
    const here = region !== null && m.region === region;
    const bears = m.region === null || here || (framework && m.frameworks.includes(framework.framework) && m.region === framework.region);
    if (m === adopting || !bears) continue;
    marks.push({ day: lastDayOf(m.ends_on ?? m.starts_on), kind: 'meeting', label: w.time.meeting(m.place ?? m.title), says: w.time.meetingLong(m.title, m.ends_on ?? m.starts_on), weight: here ? 1 : 0 });
  }
  return marks.filter((m) => m.day >= FIRST && m.day <= today()).sort((a, b) => a.day.localeCompare(b.day));
}

function dueDays(framework: Framework | undefined): Map<string, number> {
  const days = new Map<string, number>();
  for (const { due } of framework?.commitments ?? []) if (due) days.set(due, (days.get(due) ?? 0) + 1);
  return days;
}
