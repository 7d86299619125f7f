// The answers about figures: which there are, and each cell of their tables as each teller tells it.
import type { Clocks } from '../api';
import type { Sourced } from '../parts/source';

export interface Indicator { indicator: string; units: string[]; dimensions: string[]; countries: string[]; regions: string[]; periods: string[]; tellers: string[]; cells: number }
export interface Indicators extends Clocks { indicators: Indicator[]; next: string | null }

export interface Observation extends Sourced {
  country?: string;
  region?: string;
  indicator: string;
  period: string;
  period_until: string | null;
  by: Record<string, string>;
  unit: string;
  value: number | null;
  withheld: '<5' | 'withheld' | 'withheld from others' | null;
  base: number | null;
  method: string | null;
}
export interface Observations extends Clocks { observations: Observation[]; note: string | null; untold?: string[]; next: string | null }

// One cell of a table, with what each teller tells of it side by side; nothing is ever averaged.
export interface Cell { place: string; period: string; until: string | null; by: Record<string, string>; unit: string; told: Observation[] }

export const placeOf = (o: Observation): string => o.country ?? o.region ?? '';
export const breakdown = (by: Record<string, string>): string => Object.entries(by).sort().map(([d, v]) => `${d}=${v}`).join(' ');

export function cellsOf(observations: Observation[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const o of observations) {
    const key = [placeOf(o), o.period, o.period_until, breakdown(o.by), o.unit].join('|');
    const cell = cells.get(key) ?? { place: placeOf(o), period: o.period, until: o.period_until, by: o.by, unit: o.unit, told: [] };
    cells.set(key, { ...cell, told: [...cell.told, o] });
  }
  return [...cells.values()];
}
