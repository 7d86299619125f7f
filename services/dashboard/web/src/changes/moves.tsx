// How many signs turned into which: a small table that is the picture too.
import { w } from '../language';
import { KINDS, kindOf, Tile } from '../parts/signs';
import { count } from '../say';
import type { Change } from './api';

export function Moves({ changes }: { changes: Change[] }) {
  const numbers = new Map<string, number>();
  for (const c of changes) numbers.set(`${kindOf(c.before)} ${kindOf(c.after)}`, (numbers.get(`${kindOf(c.before)} ${kindOf(c.after)}`) ?? 0) + 1);
  const rows = KINDS.filter((k) => changes.some((c) => kindOf(c.before) === k)), columns = KINDS.filter((k) => changes.some((c) => kindOf(c.after) === k));
  const most = Math.max(1, ...numbers.values());
  if (changes.length === 0) return null;
  return (
    <div class="moves" role="region" aria-label={w.changes.movesScroll} tabIndex={0}>
      <table>
        <caption><strong>{w.changes.moves}</strong> <small>{w.changes.movesHint}</small></caption>
        <thead>
          <tr><td />{columns.map((k) => <th scope="col" key={k}><span class="pair"><Tile kind={k} /> <span>{w.signs[k].label}</span></span></th>)}</tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from}>
              <th scope="row"><span class="pair"><Tile kind={from} /> <span>{w.signs[from].label}</span></span></th>
              {columns.map((to) => {
                const n = numbers.get(`${from} ${to}`) ?? 0;
                return <td key={to} data-from={from} data-to={to} aria-label={`${w.changes.fromTo(w.signs[from].label, w.signs[to].label)}: ${count(n)}`}>{n ? <><span class="amount" aria-hidden="true" style={{ inlineSize: `${(n / most) * 100}%` }} /><span>{count(n)}</span></> : null}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
