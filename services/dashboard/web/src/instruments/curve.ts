// Which number of states was bound on which day, from the list of parties.
import type { Point } from '../parts/timeline';
import type { Bound } from './api';

interface Step { on: string; by: number }

// A partial date ("2003", "2003-04") counts from its first day.
const dayOf = (given: string): string => (given + '-01-01').slice(0, 10);

function steps(countries: Bound[]): Step[] {
  const all: Step[] = [];
  for (const c of countries) {
    if (c.bound_on && (c.status === 'party' || c.status === 'left')) all.push({ on: dayOf(c.bound_on), by: 1 });
    if (c.status === 'left' && c.left_on) all.push({ on: dayOf(c.left_on), by: -1 });
  }
  return all.sort((a, b) => a.on.localeCompare(b.on));
}

export function cumulative(countries: Bound[]): Point[] {
  const points: Point[] = [];
  let value = 0;
  for (const step of steps(countries)) {
    value += step.by;
    if (points[points.length - 1]?.on === step.on) points[points.length - 1]!.value = value;
    else points.push({ on: step.on, value });
  }
  return points;
}

export interface Year { year: number; bound: number; left: number; parties: number }

export function byYear(countries: Bound[], until: string): Year[] {
  const all = steps(countries);
  const first = Number(all[0]?.on.slice(0, 4));
  const years: Year[] = [];
  let parties = 0;
  for (let year = first; year <= Number(until.slice(0, 4)); year++) {
    const within = all.filter((s) => Number(s.on.slice(0, 4)) === year && s.on <= until);
    const bound = within.filter((s) => s.by > 0).length, left = within.length - bound;
    parties += bound - left;
    years.push({ year, bound, left, parties });
  }
  return years;
}
