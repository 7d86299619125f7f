// How many of each kind there were on some days: a column a day asked for, and nothing said of the days between. The kinds
// are named at the last column; the same stands beside it as a table.
import { w } from '../language';
import { count, date } from '../say';
import { Axis, frameOf, type Label, timeOf } from './axis';
import { type Kind, KINDS } from './signs';
import { apart, Marked, type Mark, roomFor } from './timeline';
import { useWidth } from './width';

export interface Stack { on: string; counts: Map<Kind, number> }

export function Stacks({ stacks, marks = [], height = 300, says }: { stacks: Stack[]; marks?: Mark[]; height?: number; says: string }) {
  const [box, width] = useWidth();
  const narrow = width < 560;
  const last = stacks[stacks.length - 1];
  if (!last) return null;
  const rows = 18 * Math.min(marks.length, 3);
  const most = Math.max(...stacks.map((s) => [...s.counts.values()].reduce((a, b) => a + b, 0)));
  const bands = KINDS.filter((k) => stacks.some((s) => s.counts.get(k)));
  const frame = frameOf({ width, height: height + rows, from: stacks[0]!.on, until: last.on, holds: most, sides: [40, narrow ? 44 : roomFor(bands.map((k) => w.signs[k].label + '0000'))], top: 12 + rows });
  const step = (frame.right - frame.left) / stacks.length;
  const wide = Math.min(Math.max(2, step - 2), 64);
  const middle = (i: number) => (frame.rtl ? frame.right - step * (i + 0.5) : frame.left + step * (i + 0.5));
  const each = Math.max(1, Math.ceil(44 / step));
  const labels: Label[] = stacks.map((s, i) => ({ x: middle(i), text: date(s.on.slice(0, 4)) })).filter((_, i) => (stacks.length - 1 - i) % each === 0);
  const named = bands.filter((k) => last.counts.get(k));
  const ends = apart(named.map((k) => { const [low, high] = bandOf(last, k, bands); return frame.y((low + high) / 2); }), 17);
  const end = middle(stacks.length - 1) + (frame.rtl ? -1 : 1) * (wide / 2 + 8);
  return (
    <div class="timeline" ref={box}>
      {width > 0 ? (
        <svg role="img" aria-label={says} width="100%" viewBox={`0 0 ${frame.width} ${frame.height}`}>
          <Axis frame={frame} labels={labels} />
          {stacks.map((s, i) => bands.map((k) => {
            const [low, high] = bandOf(s, k, bands);
            const tall = frame.y(low) - frame.y(high);
            const lettered = wide >= 18 && tall >= 18 && !(stacks[i - 1]?.counts.get(k)); // once, where it begins
            return high > low ? <g key={s.on + k}><rect class={`band ${k}`} x={middle(i) - wide / 2 + 0.75} width={Math.max(1, wide - 1.5)} y={frame.y(high) + 0.75} height={Math.max(0.5, tall - 1.5)} />{lettered ? <text class={`letter ${k}`} x={middle(i)} y={frame.y(low) - tall / 2 + 4.5} text-anchor="middle">{w.signs[k].letter}</text> : null}</g> : null;
          }))}
          {named.map((k, i) => (
            <text key={k} class="name" x={end} y={ends[i]! + 5}><tspan class="value">{count(last.counts.get(k) ?? 0)}</tspan> {narrow ? w.signs[k].letter : w.signs[k].label}</text>
          ))}
          {marks.filter((m) => m.on >= stacks[0]!.on && m.on <= last.on).map((m, i) => <Marked key={m.label + m.on} label={m.label} x={between(stacks, m.on, middle)} row={i % 3} frame={frame} at={frame.top - 6} />)}
        </svg>
      ) : null}
    </div>
  );
}

// Where a day lies among the columns.
function between(stacks: Stack[], on: string, middle: (i: number) => number): number {
  const after = stacks.findIndex((s) => s.on >= on);
  if (after <= 0) return middle(0);
  const low = timeOf(stacks[after - 1]!.on), high = timeOf(stacks[after]!.on);
  return middle(after - 1) + ((timeOf(on) - low) / Math.max(1, high - low)) * (middle(after) - middle(after - 1));
}

function bandOf(stack: Stack, kind: Kind, bands: Kind[]): [number, number] {
  let low = 0;
  for (const k of bands) {
    const n = stack.counts.get(k) ?? 0;
    if (k === kind) return [low, low + n];
    low += n;
  }
  return [low, low];
}
