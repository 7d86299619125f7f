// A figure in its unit, as the reader's language writes it.
import { language, w } from '../language';
import { plainly } from '../say';

export function figure({ value, unit }: { value: number | null; unit: string }): string {
  if (value === null) return w.indicators.withheld;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  return (w.indicators.units[unit] ?? ((n: string) => `${n} ${plainly(unit).toLowerCase()}`))(number);
}
