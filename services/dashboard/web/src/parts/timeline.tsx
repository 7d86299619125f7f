// A picture of time: numbers that step up and down, each line named at its end, with what happened marked on it. What it
// shows stands beside it as a table too; to whom the picture is not, it is said in a sentence.
import { useState } from 'preact/hooks';
import { count, date } from '../say';
import { Axis, type Frame, frameOf, timeOf } from './axis';
import { useWidth } from './width';

export interface Point { on: string; value: number }
export interface Line { id: string; name: string; points: Point[]; faint?: boolean } // points in order of time; the value holds until the next
export interface Mark { on: string; label: string }

interface Framed { from: string; until: string; height?: number; says: string }

export function Timeline({ lines, marks = [], from, until, height = 320, says }: Framed & { lines: Line[]; marks?: Mark[] }) {
  const [box, width] = useWidth();
  const narrow = width < 560;
  const seen = marks.filter((m) => m.on >= from && m.on <= until);
  const rows = 18 * Math.min(seen.length, 4);
  const frame = frameOf({ width, height: height + rows, from, until, holds: Math.max(1, ...lines.flatMap((l) => l.points.map((p) => p.value))), sides: [40, narrow ? 16 : roomFor(lines.map((l) => l.name + '0000'))], top: 16 + rows + (narrow ? 14 : 0) });
  const [at, point] = useState<number | null>(null); // the day under the pointer
  const follow = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * frame.width;
    const share = frame.rtl ? (frame.right - x) / (frame.right - frame.left) : (x - frame.left) / (frame.right - frame.left);
    point(share >= 0 && share <= 1 ? frame.from + share * (frame.until - frame.from) : null);
  };
  const ends = apart(lines.map((l) => frame.y(valueOn(l, until))), 17);
  return (
    <div class="timeline" ref={box}>
      {width > 0 ? (
        <svg role="img" aria-label={says} width="100%" viewBox={`0 0 ${frame.width} ${frame.height}`} onPointerMove={follow} onPointerLeave={() => point(null)}>
          <Axis frame={frame} />
          {lines.map((line, i) => (
            <g key={line.id} class={line.faint ? 'faint' : ''}>
              <path class="line" d={stepsOf(line, frame)} />
              {narrow
                ? <text class="name" text-anchor="end" x={frame.x(frame.until)} y={ends[i]! - 8}>{line.name} <tspan class="value">{count(valueOn(line, until))}</tspan></text>
                : <text class="name" x={frame.x(frame.until) + (frame.rtl ? -8 : 8)} y={ends[i]! + 5}><tspan class="value">{count(valueOn(line, until))}</tspan> {line.name}</text>}
            </g>
          ))}
          {seen.map((mark, i) => <Marked key={mark.label + mark.on} label={mark.label} x={frame.x(timeOf(mark.on))} row={i % 4} frame={frame} at={lines[0] ? frame.y(valueOn(lines[0], mark.on)) : frame.bottom} />)}
          {at === null ? null : <Reading lines={lines} at={at} frame={frame} />}
        </svg>
      ) : null}
    </div>
  );
}

// What the lines stood at on the day under the pointer; the table beside the picture says the same to whoever has none.
function Reading({ lines, at, frame }: { lines: Line[]; at: number; frame: Frame }) {
  const day = new Date(at).toISOString().slice(0, 10), x = frame.x(at);
  const past = (frame.rtl ? frame.right - x : x - frame.left) > (frame.right - frame.left) * 0.55;
  const aside = { x: x + (past === frame.rtl ? 8 : -8), 'text-anchor': past ? 'end' : 'start' } as const;
  return (
    <g class="reading" aria-hidden="true">
      <line x1={x} x2={x} y1={frame.top} y2={frame.bottom} />
      <text {...aside} y={frame.top + 10}>{date(day)}</text>
      {lines.map((line) => <g key={line.id}><circle cx={x} cy={frame.y(valueOn(line, day))} r="4" /><text {...aside} class="value" y={frame.y(valueOn(line, day)) - 8}>{count(valueOn(line, day))}</text></g>)}
    </g>
  );
}

export function Marked({ label, x, row, frame, at }: { label: string; x: number; row: number; frame: Frame; at: number }) {
  const y = 14 + row * 18;
  const past = (frame.rtl ? frame.right - x : x - frame.left) > (frame.right - frame.left) * 0.55; // said towards where there is room
  return (
    <g class="marked">
      <line x1={x} x2={x} y1={y - 10} y2={frame.bottom} />
      <circle cx={x} cy={at} r="4" />
      <text x={x + (past === frame.rtl ? 6 : -6)} y={y} text-anchor={past ? 'end' : 'start'}>{label}</text>
    </g>
  );
}

// What it was at the end of the day; 0 before the first point.
export function valueOn(line: Line, on: string): number {
  let value = 0;
  for (const p of line.points) if (timeOf(p.on) <= timeOf(on)) value = p.value;
  return value;
}

function stepsOf(line: Line, frame: Frame): string {
  let path = `M${frame.x(frame.from)} ${frame.y(valueOn(line, new Date(frame.from).toISOString()))}`;
  for (const p of line.points) {
    const time = timeOf(p.on);
    if (time > frame.from && time <= frame.until) path += `H${frame.x(time)}V${frame.y(p.value)}`;
  }
  return path + `H${frame.x(frame.until)}`;
}

// Names stand beside the plot; how much room they take, by the width of a usual letter of this size.
export const roomFor = (names: string[]): number => Math.min(260, 12 + Math.max(...names.map((n) => [...n].length)) * 7.2);

// Labels that would lie on each other are moved apart, no further than they must.
export function apart(wished: number[], space: number): number[] {
  const order = wished.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  for (let round = 0; round < 30; round++)
    for (let i = 1; i < order.length; i++) {
      const gap = order[i]!.y - order[i - 1]!.y;
      if (gap < space) { order[i - 1]!.y -= (space - gap) / 2; order[i]!.y += (space - gap) / 2; }
    }
  const placed = [...wished];
  for (const { y, i } of order) placed[i] = y;
  return placed;
}
