// A lane a region, years from one side to the other; a line leads from a meeting to the one that took up what it recommended.
// Drawn where there is room; the table beneath says all of it.
import { w } from '../language';
import { addressOf, follow, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import type { Meeting } from './api';

const WIDTH = 1320, NAMES = 230, LANE = 72, TOP = 34, PLACE_GAP = 118;

interface Spot { meeting: Meeting; x: number; y: number; lift: number }

export interface Way { from: string; to: string }

export function Lanes({ meetings, ways }: { meetings: Meeting[]; ways: Way[] }) {
  const { place, go } = usePlace();
  const { regions } = useRegistry();
  const dated = meetings.filter((m) => m.starts_on !== null);
  if (dated.length < 2) return null;
  const lanes = [...new Set(dated.map((m) => m.region))].sort((a, b) => Number(a !== null) - Number(b !== null));
  const years = dated.map((m) => yearOf(m.starts_on!));
  const first = Math.floor(Math.min(...years)), last = Math.ceil(Math.max(...years) + 0.01);
  const step = (last - first) > 24 ? 5 : (last - first) > 12 ? 2 : 1;
  const at = (year: number) => NAMES + 24 + ((year - first) / (last - first)) * (WIDTH - NAMES - 24 - PLACE_GAP);
  const spots = placed(dated, lanes, at);
  const by = new Map(spots.map((s) => [s.meeting.meeting, s]));
  const height = TOP + lanes.length * LANE;
  return (
    <section class="lanes screen" aria-labelledby="lanes-title">
      <h2 id="lanes-title">{w.meetings.lanes}</h2>
      <p class="fine">{w.meetings.lanesHint}</p>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={w.meetings.picture(spots.length)} direction="ltr">
        {Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step).map((year) => (
          <g key={year} class="year"><line x1={at(year)} x2={at(year)} y1={20} y2={height} /><text x={at(year)} y={13} text-anchor="middle">{year}</text></g>
        ))}
        {lanes.map((region, i) => (
          <g key={region ?? ''} class="lane">
            <line x1={0} x2={WIDTH} y1={TOP + i * LANE - 8} y2={TOP + i * LANE - 8} />
            <text x={0} y={TOP + i * LANE + LANE / 2 - 4}>{region ? nameOf(regions.get(region), region) : w.meetings.world}</text>
          </g>
        ))}
        {ways.map((way) => { const from = by.get(way.from), to = by.get(way.to); return from && to ? <path key={way.from + way.to} class="taken" data-way={`${way.from} ${way.to}`} d={curve(from, to)} /> : null; })}
        {spots.map((s) => {
          const to = toPage(path`/meetings/${s.meeting.meeting}`);
          return (
            <a key={s.meeting.meeting} href={addressOf({ ...place, ...to })} onClick={follow(go, to)} aria-label={w.meetings.spot(wordOf(s.meeting), s.meeting.title ?? s.meeting.meeting, s.meeting.starts_on!, s.meeting.ends_on ?? '')}>
              <rect class="reach" x={s.x - 12} y={s.y - 14} width={PLACE_GAP - 4} height={28} />
              <circle cx={s.x} cy={s.y} r={s.meeting.adopted ? 7 : 5} class={s.meeting.adopted ? 'adopting' : ''} />
              <text x={s.x + 12} y={s.y + 5}>{wordOf(s.meeting)}</text>
            </a>
          );
        })}
      </svg>
    </section>
  );
}

const wordOf = (m: Meeting): string => (m.place ?? m.title ?? m.meeting).split(', ').pop()!;

// As a fraction of years; a meeting of which only the year is known stands in its middle.
function yearOf(day: string): number {
  const [year = '0', month, date] = day.split('-');
  return Number(year) + (month ? (Number(month) - 1) / 12 + (Number(date ?? 15) - 1) / 365 : 0.5);
}

// Those of one lane that stand too close are set beneath each other.
function placed(meetings: Meeting[], lanes: (string | null)[], at: (year: number) => number): Spot[] {
  const spots: Spot[] = [];
  const years = new Map(meetings.map((m) => [m.meeting, yearOf(m.starts_on!)]));
  for (const m of meetings) { // of which only the year is known, it stands after the one that it follows
    const before = m.starts_on!.length === 4 && m.follows ? years.get(m.follows) : undefined;
    if (before !== undefined && before >= years.get(m.meeting)!) years.set(m.meeting, Math.min(Math.floor(years.get(m.meeting)!) + 0.97, before + 0.2));
  }
  for (const meeting of [...meetings].sort((a, b) => years.get(a.meeting)! - years.get(b.meeting)!)) {
    const x = at(years.get(meeting.meeting)!), lane = lanes.indexOf(meeting.region);
    const before = spots.filter((s) => lanes.indexOf(s.meeting.region) === lane && x - s.x < PLACE_GAP).pop();
    const lift = before ? (before.lift > 0 ? -1 : 1) : 0;
    spots.push({ meeting, x, lift, y: TOP + lane * LANE + LANE / 2 - 8 + lift * 20 });
  }
  return spots;
}

function curve(from: Spot, to: Spot): string {
  const bend = Math.max(40, (to.x - from.x) / 2);
  return `M${from.x},${from.y} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`;
}
