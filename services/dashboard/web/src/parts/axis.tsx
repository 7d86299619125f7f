// The quiet frame of a picture of time: years along the foot, a few round numbers up the side. Where the reader's language
// runs from the right, so does time.
import { count, date } from '../say';

const DAY = 86_400_000;
export const timeOf = (on: string): number => {
  const [year, month, day] = on.slice(0, 10).split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
};

export interface Frame {
  width: number;
  height: number;
  left: number; // where the plot begins and ends, whichever side time starts from
  right: number;
  top: number;
  bottom: number;
  x: (time: number) => number;
  y: (value: number) => number;
  from: number;
  until: number;
  most: number;
  rtl: boolean;
}

export function frameOf({ width, height, from, until, holds, sides, top }: { width: number; height: number; from: string; until: string; holds: number; sides: [before: number, after: number]; top: number }): Frame {
  const rtl = document.documentElement.dir === 'rtl';
  const left = rtl ? sides[1] : sides[0], right = width - (rtl ? sides[0] : sides[1]);
  const bottom = height - 26;
  const start = timeOf(from), end = Math.max(timeOf(until), start + DAY);
  const ticks = roundNumbers(holds);
  const most = ticks[ticks.length - 1] ?? 1;
  const share = (time: number) => (time - start) / (end - start);
  return {
    width, height, left, right, top, bottom, from: start, until: end, most, rtl,
    x: (time) => (rtl ? right - share(time) * (right - left) : left + share(time) * (right - left)),
    y: (value) => bottom - (value / most) * (bottom - top),
  };
}

// Some four round numbers, from 0 to one that holds the most.
export function roundNumbers(most: number): number[] {
  const wish = Math.max(most, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(wish));
  const step = Math.max(1, [1, 2, 5, 10].map((m) => m * power).find((s) => s >= wish) ?? wish);
  const numbers = [0];
  while (numbers[numbers.length - 1]! < most || numbers.length < 2) numbers.push(numbers.length * step);
  return numbers;
}

export interface Label { x: number; text: string }

// Years at their first day, as many as there is room for.
export function yearLabels(frame: Frame): Label[] {
  const first = new Date(frame.from).getUTCFullYear(), last = new Date(frame.until).getUTCFullYear();
  const years = [1, 2, 5, 10, 20, 50].find((step) => ((frame.right - frame.left) / Math.max(last - first, 1)) * step >= 44) ?? 100;
  const labels: Label[] = [];
  for (let year = Math.ceil(first / years) * years; year <= last; year += years)
    if (Date.UTC(year) >= frame.from && Date.UTC(year) <= frame.until) labels.push({ x: frame.x(Date.UTC(year)), text: date(String(year).padStart(4, '0')) });
  return labels;
}

export function Axis({ frame, labels = yearLabels(frame) }: { frame: Frame; labels?: Label[] }) {
  const side = frame.rtl ? frame.right + 8 : frame.left - 8;
  return (
    <g class="axis">
      {(frame.most > 0 ? roundNumbers(frame.most) : []).filter((n) => n <= frame.most).map((n) => (
        <g key={n}>
          <line x1={frame.left} x2={frame.right} y1={frame.y(n)} y2={frame.y(n)} class={n === 0 ? 'ground' : ''} />
          <text x={side} y={frame.y(n) + 4} text-anchor="end">{count(n)}</text>
        </g>
      ))}
      {labels.map(({ x, text }) => (
        <g key={text}>
          <line class="tick" x1={x} x2={x} y1={frame.bottom} y2={frame.bottom + 5} />
          <text x={x} y={frame.bottom + 19} text-anchor="middle">{text}</text>
        </g>
      ))}
    </g>
  );
}
