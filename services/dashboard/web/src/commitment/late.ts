// The days from an act to the ledger learning of it, as /v1/regions/{region}/silence counts them: a month or a year from
// its last day, never less than none; the median and the ninth decile by nearest rank.
const DAY = 86_400_000;

export function daysBetween(on: string, learned: string): number {
  return Math.max(0, Math.round((Date.parse(learned.slice(0, 10)) - lastDayOf(on)) / DAY));
}

function lastDayOf(given: string): number {
  const [year, month, day] = given.split('-').map(Number);
  if (day) return Date.UTC(year!, month! - 1, day);
  return month ? Date.UTC(year!, month, 0) : Date.UTC(year!, 11, 31);
}

export function rank(sorted: number[], percent: number): number {
  return sorted[Math.floor((sorted.length * percent + 99) / 100) - 1] ?? 0;
}
