// A table that its reader may sort: a real one, its order kept in the address. On a phone each row is a block of its own, with
// the heads said in it, and the heads' buttons stand in a line above.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { w } from '../language';
import { usePlace } from '../place';
import { compare, count } from '../say';
import { useTooWide } from './width';

export type Key = string | number | null | undefined; // what a row is sorted by; what has none comes last, either way

export interface Column<Row> {
  id: string;
  head: string;
  sign?: ComponentChildren; // before the head, if it has one
  cell: (row: Row) => ComponentChildren;
  by?: (row: Row) => Key; // absent: the column can't be sorted by
  rowHead?: boolean; // names the row
  kind?: 'number' | 'date' | 'short'; // aligned as what it is, never broken into lines
}

interface Props<Row> {
  name: string; // what the table is called in the address: "name=column", or "name=-column" from the last
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  order?: string; // unless the reader chose another; '' is as given
  first?: number; // how many are shown until the reader asks for all
  data?: (row: Row) => Record<`data-${string}`, string>; // what tests and styles know the row by
  rowClass?: (row: Row) => string;
}

export function Table<Row>({ name, label, columns, rows, keyOf, order = '', first = Infinity, data, rowClass }: Props<Row>) {
  const { place, go } = usePlace();
  const chosen = place.more[name] ?? order;
  const all = `${name}-all` in place.more;
  const sorted = useMemo(() => inOrder(rows, columns, chosen), [rows, columns, chosen]);
  const shown = all ? sorted : sorted.slice(0, first);
  const [box, wide] = useTooWide([shown, columns.length]);
  const turn = (change: Record<string, string>) => go({ more: { ...place.more, ...change } }, 'replace');
  return (
    <>
      <div class="rows-box" ref={box} {...(wide ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}>
        <table class="rows" role="table" aria-label={label}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((c) => (
                <th key={c.id} scope="col" role="columnheader" class={c.kind ?? ''} aria-sort={!c.by ? undefined : chosen === c.id ? 'ascending' : chosen === '-' + c.id ? 'descending' : 'none'}>
                  {c.by ? <button type="button" class="sort" title={w.parts.sortBy(c.head)} onClick={() => turn({ [name]: chosen === c.id ? '-' + c.id : c.id })}>{c.sign}{c.head}</button> : <>{c.sign}{c.head}</>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <tr key={keyOf(row)} role="row" class={rowClass?.(row)} {...data?.(row)}>
                {columns.map((c) => {
                  const within = { class: c.kind ?? '', 'data-label': c.head };
                  return c.rowHead ? <th key={c.id} {...within} scope="row" role="rowheader">{c.cell(row)}</th> : <td key={c.id} {...within} role="cell">{c.cell(row)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < sorted.length ? (
        <p class="more">{w.shell.showing(count(shown.length), count(sorted.length))} <button type="button" class="screen" onClick={() => turn({ [`${name}-all`]: '1' })}>{w.parts.showAll}</button></p>
      ) : null}
    </>
  );
}

function inOrder<Row>(rows: Row[], columns: Column<Row>[], chosen: string): Row[] {
  const by = columns.find((c) => c.id === chosen.replace(/^-/, ''))?.by;
  if (!by) return rows;
  const way = chosen.startsWith('-') ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: by(row) ?? null }));
  keyed.sort((a, b) => (a.key === null || b.key === null ? Number(a.key === null) - Number(b.key === null) : way * keysCompared(a.key, b.key)));
  return keyed.map(({ row }) => row);
}

const keysCompared = (a: string | number, b: string | number): number => (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
