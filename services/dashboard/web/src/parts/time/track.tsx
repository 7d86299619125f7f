// A slider over days with marks on it: years above, the marks' own labels below, which are buttons that go there.
import { useEffect, useRef, useState } from 'preact/hooks';
import { yearOf } from '../../say';
import { dateOf, dayNumber, type Mark } from './days';
import { place } from './lanes';

interface Props {
  label: string;
  first: string;
  last: string;
  day: string;
  says: string; // the day shown, in words, for whoever hears it
  marks: Mark[];
  lanes: number;
  turn: (day: string) => void; // while dragged
  jump: (day: string) => void;
}

export function Track({ label, first, last, day, says, marks, lanes, turn, jump }: Props) {
  const [width, setWidth] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const from = dayNumber(first), span = Math.max(1, dayNumber(last) - from);
  const share = (d: string) => (dayNumber(d) - from) / span;
  const within = marks.filter((m) => m.day >= first && m.day <= last);
  const placed = width ? place(within, (m) => share(m.day), width, lanes) : [];
  return (
    <div class="track">
      <div class="years" aria-hidden="true">{years(first, last, width).map((y) => <span key={y} style={{ insetInlineStart: percent(share(y)) }}>{yearOf(y)}</span>)}</div>
      <input type="range" aria-label={label} aria-valuetext={says} min={from} max={from + span} value={dayNumber(day)} onInput={(e) => turn(dateOf(Number(e.currentTarget.value)))} />
      <div class="marked" ref={box} style={{ height: `${(1 + Math.max(0, ...placed.map((p) => p.lane))) * 1.5}rem` }}>
        {within.map((m) => <i key={m.kind + m.day + m.label} class={m.kind} style={{ insetInlineStart: percent(share(m.day)) }} />)}
        {placed.filter((p) => p.lane > 0).map(({ thing, at, lane }) => <i key={'to ' + thing.label} class="lead" style={{ insetInlineStart: percent(at), height: `${lane * 1.5 + .25}rem` }} />)}
        {placed.map(({ thing, start, lane }) => (
          <button type="button" key={thing.kind + thing.day + thing.label} class={thing.kind} title={thing.says} aria-pressed={day === thing.day}
            style={{ insetInlineStart: `${start}px`, top: `${lane * 1.5}rem` }} onClick={() => jump(thing.day)}>{thing.label}</button>
        ))}
      </div>
    </div>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

// The beginnings of years, as many as can be read.
function years(first: string, last: string, width: number): string[] {
  const from = Number(first.slice(0, 4)), to = Number(last.slice(0, 4));
  const step = [1, 2, 5, 10, 20].find((s) => ((to - from) / s) * 44 < width) ?? 50;
  const found: string[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) if (`${year}-01-01` >= first) found.push(`${year}-01-01`);
  return found;
}
