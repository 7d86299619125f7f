// The curve as numbers: a row a year; each leads to the list as it stood at that year's end.
import { w } from '../language';
import { Link } from '../parts/link';
import { type Column, Table } from '../parts/table';
import { count, date } from '../say';
import type { Year } from './curve';

export function YearTable({ years, region, name }: { years: Year[]; region: Year[]; name: string }) {
  const words = w.instruments;
  const ours = new Map(region.map((y) => [y.year, y.parties]));
  const columns: Column<Year>[] = [
    { id: 'year', head: w.parts.year, rowHead: true, by: (y) => y.year, cell: (y) => <Link to={{ asOf: `${y.year}-12-31` }}>{date(String(y.year))}</Link> },
    { id: 'bound', head: words.bound, kind: 'number', by: (y) => y.bound, cell: (y) => count(y.bound) },
    { id: 'left', head: words.left, kind: 'number', by: (y) => y.left, cell: (y) => count(y.left) },
    { id: 'parties', head: words.atEnd, kind: 'number', by: (y) => y.parties, cell: (y) => count(y.parties) },
    ...(region.length > 0 ? [{ id: 'ours', head: words.ofRegion(name), kind: 'number' as const, by: (y: Year) => ours.get(y.year) ?? 0, cell: (y: Year) => count(ours.get(y.year) ?? 0) }] : []),
  ];
  return (
    <details class="behind">
      <summary>{w.parts.asTable}</summary>
      <Table name="years" label={words.byYear} columns={columns} rows={years} keyOf={(y) => String(y.year)} data={(y) => ({ 'data-year': String(y.year), 'data-parties': String(y.parties) })} />
    </details>
  );
}
