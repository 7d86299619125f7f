// What ran from when until when, a row each: filled while it runs, dashed once it ran out, thin once it was ended; what
// happened to it is marked on it. The same stands beside it as a table.
import { Axis, type Frame, frameOf, timeOf } from './axis';
import { useWidth } from './width';

export interface Span { id: string; from: string; until: string | null; state: 'live' | 'run_out' | 'ended'; marks: string[] } // until: null as long as no end is told
export interface SpanRow { id: string; name: string; spans: Span[] }

const ROW = 30;

export function Spans({ rows, day, says, dayName }: { rows: SpanRow[]; day: string; says: string; dayName: string }) {
  const [box, width] = useWidth();
  const narrow = width < 640;
  const all = rows.flatMap((r) => r.spans);
  if (all.length === 0) return null;
  const from = `${all.map((s) => s.from.slice(0, 4)).sort()[0]}-01-01`;
  const ends = all.map((s) => s.until ?? '').concat(day).sort();
  const until = `${Math.min(Number(ends[ends.length - 1]!.slice(0, 4)) + 1, Number(day.slice(0, 4)) + 10)}-01-01`;
  const high = narrow ? ROW + 16 : ROW;
  const top = 24;
  const sides: [number, number] = [narrow ? 4 : Math.min(280, 12 + Math.max(...rows.map((r) => [...r.name].length)) * 7.2), 12];
  const frame = frameOf({ width, height: top + rows.length * high + 30, from, until, holds: 1, sides, top });
  const now = frame.x(timeOf(day));
  const late = Math.abs(now - frame.x(frame.from)) > Math.abs(frame.x(frame.until) - frame.x(frame.from)) * 0.6;
  return (
    <div class="timeline spans" ref={box}>
      {width > 0 ? (
        <svg role="img" aria-label={says} width="100%" viewBox={`0 0 ${frame.width} ${frame.height}`}>
          <Axis frame={{ ...frame, most: 0 }} />
          {rows.map((row, i) => {
            const y = top + i * high + (narrow ? 16 : 0);
            return (
              <g key={row.id}>
                <line class="base" x1={frame.left} x2={frame.right} y1={y + ROW - 1} y2={y + ROW - 1} />
                <text class="name" x={narrow ? (frame.rtl ? frame.right : frame.left) : frame.rtl ? frame.right + 10 : frame.left - 10} y={narrow ? y + 1 : y + ROW / 2 + 5} text-anchor={narrow ? 'start' : 'end'}>{row.name}</text>
                {row.spans.map((span) => <Bar key={span.id} span={span} day={day} y={y} frame={frame} />)}
              </g>
            );
          })}
          <line class="now" x1={now} x2={now} y1={14} y2={frame.bottom} />
          <text x={now} y={10} text-anchor={late ? 'end' : 'start'}>{dayName}</text>
        </svg>
      ) : null}
    </div>
  );
}

function Bar({ span, day, y, frame }: { span: Span; day: string; y: number; frame: Frame }) {
  const inside = (time: number) => frame.x(Math.min(frame.until, Math.max(frame.from, time)));
  const a = inside(timeOf(span.from)), b = inside(span.until ? lastOf(span.until) : timeOf(day));
  return (
    <g class={'span ' + span.state}>
      <rect x={Math.min(a, b)} width={Math.max(3, Math.abs(b - a))} y={y + 10} height={ROW - 20} />
      {span.marks.map((on) => <circle key={on} cx={inside(timeOf(on))} cy={y + ROW / 2} r="4.5" />)}
    </g>
  );
}

// A year or a month runs to its last day.
function lastOf(given: string): number {
  const [year, month, day] = given.split('-').map(Number);
  return day ? timeOf(given) : month ? Date.UTC(year!, month, 0) : Date.UTC(year!, 11, 31);
}
