// The fields of the map, counted: what is live in each, how many countries a kind of work has, how many gaps a country.
import { type MapCell, type MappedProgramme, type ProgrammeMap, standsUnder } from './api';

export class Fields {
  readonly programmes: MappedProgramme[];
  readonly size: number;
  readonly filled: number;
  private readonly live: Map<string, string[]>;

  // `by` leaves only what one organisation runs; '' leaves all.
  constructor(private readonly map: ProgrammeMap, by: string, readonly name: (country: string) => string) {
    this.programmes = map.programmes.filter((p) => !by || standsUnder(p) === by);
    const theirs = new Set(this.programmes.map((p) => p.programme));
    const left = (cell: MapCell) => cell.programmes.filter((p) => theirs.has(p));
    this.live = new Map(map.cells.map((cell) => [`${cell.country}/${cell.activity}`, left(cell)]));
    this.size = map.cells.length;
    this.filled = [...this.live.values()].filter((p) => p.length > 0).length;
  }

  in(country: string, activity: string): string[] { return this.live.get(`${country}/${activity}`) ?? []; }
  having(activity: string): string[] { return this.map.countries.map((c) => c.country).filter((c) => this.in(c, activity).length > 0); }
  without(activity: string): string[] { return this.map.countries.map((c) => c.country).filter((c) => this.in(c, activity).length === 0); }
  // Region-wide programmes of a kind of work; they fill no country's field.
  wide(activity: string): number { return this.programmes.filter((p) => p.region_wide && p.activities.includes(activity)).length; }
  get anyWide(): boolean { return this.programmes.some((p) => p.region_wide); }
  emptyIn(country: string): number { return this.map.activities.filter((a) => this.in(country, a.activity).length === 0).length; }
  emptyOf(activities: string[]): number { return activities.reduce((sum, a) => sum + this.without(a).length, 0); }
}

// The kinds of work under their areas, in the order that the answer gives.
export function areasOf(map: ProgrammeMap): { area: string; activities: string[] }[] {
  const areas = new Map<string, string[]>();
  for (const { area, activity } of map.activities) areas.set(area, [...(areas.get(area) ?? []), activity]);
  return [...areas].map(([area, activities]) => ({ area, activities }));
}
