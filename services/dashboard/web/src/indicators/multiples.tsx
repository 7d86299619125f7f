// A small picture a place, all to one scale: dots joined where one period follows another, lines named at their ends, what is
// withheld marked at the foot, and gaps left as gaps.
import { w } from '../language';
import { actorName } from '../parts/actor';
import { Axis, type Frame, frameOf, timeOf } from '../parts/axis';
import { apart } from '../parts/timeline';
import { useWidth } from '../parts/width';
import { nameOf, useRegistry, useStakeholders } from '../registry';
import { listed } from '../say';
import { breakdown, type Observation, placeOf } from './api';
import { figure } from './words';

interface Series { id: string; name: string; teller: number; told: Observation[] }
interface Panel { place: string; unit: string; series: Series[] }

// Totals are drawn unless a breakdown was chosen: what overlaps is not drawn over each other.
export function Multiples({ observations, broken }: { observations: Observation[]; broken: boolean }) {
  const totals = observations.filter((o) => Object.keys(o.by).length === 0);
  const drawn = broken || totals.length === 0 ? observations : totals;
  const panels = panelsOf(drawn);
  const periods = [...new Set(drawn.map((o) => o.period))].sort();
  const from = periods[0] ?? '', until = periods[periods.length - 1] ?? '';
  const most = (unit: string) => Math.max(1, ...drawn.filter((o) => o.unit === unit).map((o) => o.value ?? 0));
  return (
    <section aria-labelledby="picture-title">
      <h2 id="picture-title">{w.indicators.picture}</h2>
      <p class="hint">{w.indicators.pictureHint(drawn !== observations)}</p>
      <div class={panels.length > 2 ? 'multiples' : 'multiples wide'}>
        {panels.map((p) => <Picture key={p.place + p.unit} panel={p} from={from} until={until} most={most(p.unit)} />)}
      </div>
    </section>
  );
}

function panelsOf(observations: Observation[]): Panel[] {
  const actors = useStakeholders();
  const panels = new Map<string, Panel>();
  for (const o of observations) {
    const key = placeOf(o) + '|' + o.unit;
    const panel = panels.get(key) ?? { place: placeOf(o), unit: o.unit, series: [] };
    panels.set(key, panel);
    const id = breakdown(o.by) + '|' + o.told_by.actor;
    const slice = Object.entries(o.by).map(([d, v]) => w.indicators.slice(d, v)).join(w.signs.join);
    const known = panel.series.find((s) => s.id === id);
    if (known) known.told.push(o);
    else panel.series.push({ id, name: w.indicators.line(slice, actors.get(o.told_by.actor)?.kind === 'government' ? w.indicators.itsGovernment : actorName(actors, o.told_by.actor)), teller: 0, told: [o] });
  }
  for (const panel of panels.values()) {
    const tellers = [...new Set(panel.series.map((s) => s.told[0]!.told_by.actor))];
    for (const s of panel.series) { s.teller = tellers.indexOf(s.told[0]!.told_by.actor); s.told.sort((a, b) => (a.period < b.period ? -1 : 1)); }
  }
  return [...panels.values()];
}

function Picture({ panel, from, until, most }: { panel: Panel; from: string; until: string; most: number }) {
  const { countries, regions } = useRegistry();
  const [box, width] = useWidth();
  const height = 240, side = width < 480 ? 124 : 180;
  const frame = frameOf({ width, height, from, until, holds: most, sides: [52, side], top: 12 });
  const name = nameOf(countries.get(panel.place) ?? regions.get(panel.place), panel.place);
  const last = panel.series.map((s) => { const told = s.told.filter((o) => o.value !== null); return told[told.length - 1]; });
  const ends = apart(last.map((o) => (o ? frame.y(o.value!) : frame.bottom - 8)), 36);
  const withheld = [...new Set(panel.series.flatMap((s) => s.told.filter((o) => o.value === null).map((o) => o.period)))];
  const says = w.indicators.pictureSays(name, panel.series.map((s) => w.indicators.lineSays(s.name, listed(s.told.map((o) => w.indicators.point(figure(o), o.period))))));
  return (
    <figure class="multiple" ref={box}>
      <figcaption><strong>{name}</strong> <span class="fine">{w.indicators.unitNames[panel.unit] ?? panel.unit}</span></figcaption>
      {width > 0 ? (
        <div class="drawn">
          <svg role="img" aria-label={says} width="100%" viewBox={`0 0 ${width} ${height}`} class="timeline-svg">
            <Axis frame={frame} />
            {withheld.map((p) => <Withheld key={p} at={frame.x(timeOf(p))} frame={frame} />)}
            {panel.series.map((s) => (
              <g key={s.id} class={`series teller-${Math.min(s.teller, 2)}`}>
                {runs(s.told).map((run) => <path key={run[0]!.period} class="line" d={'M' + run.map((o) => `${frame.x(timeOf(o.period))} ${frame.y(o.value!)}`).join('L')} />)}
                {s.told.filter((o) => o.value !== null).map((o) => <Dot key={o.period} x={frame.x(timeOf(o.period))} y={frame.y(o.value!)} shape={s.teller} title={w.indicators.point(figure(o), o.period)} />)}
                {s.told.filter((o) => o.value !== null && o.disputed).map((o) => <text key={o.period} class="contested" x={frame.x(timeOf(o.period))} y={frame.y(o.value!) - 9} text-anchor="middle">!<title>{w.source.disputed}</title></text>)}
              </g>
            ))}
          </svg>
          {panel.series.map((s, i) => <span key={s.id} class="line-name" aria-hidden="true" style={{ top: `${ends[i]! - 10}px`, width: `${side - 14}px` }}><b>{!last[i] ? w.indicators.withheld : last[i]!.period === until ? figure(last[i]!) : w.indicators.point(figure(last[i]!), last[i]!.period)}</b> {s.name}</span>)}
        </div>
      ) : null}
    </figure>
  );
}

function Dot({ x, y, shape, title }: { x: number; y: number; shape: number; title: string }) {
  if (shape === 0) return <circle cx={x} cy={y} r="4"><title>{title}</title></circle>;
  if (shape === 1) return <rect x={x - 4} y={y - 4} width="8" height="8"><title>{title}</title></rect>;
  return <path d={`M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}Z`}><title>{title}</title></path>;
}

function Withheld({ at, frame }: { at: number; frame: Frame }) {
  return (
    <g class="withheld">
      <line x1={at} x2={at} y1={frame.top} y2={frame.bottom} />
      <text x={at} y={frame.bottom - 6} text-anchor="middle">{w.indicators.withheld}</text>
    </g>
  );
}

// A line is drawn between two periods only if nothing lies between them: neither a withheld figure nor an untold period.
function runs(told: Observation[]): Observation[][] {
  const all: Observation[][] = [];
  let run: Observation[] = [];
  for (const o of told) {
    const before = run[run.length - 1];
    if (o.value === null || (before && !follows(before.period, o.period))) { if (run.length > 0) all.push(run); run = []; }
    if (o.value !== null) run.push(o);
  }
  if (run.length > 0) all.push(run);
  return all;
}

function follows(before: string, next: string): boolean {
  const days = (timeOf(next) - timeOf(before)) / 86_400_000;
  return before.length === next.length && days <= { 4: 366, 7: 31 * 3, 10: 31 }[before.length]!;
}
