// The region on a map: each country by its status of one commitment, or by the share of all that it has met. The table below
// says the same; who can't use the picture misses nothing.
import { useMemo } from 'preact/hooks';
import type { Framework } from '../../api';
import { w } from '../../language';
import { Link } from '../../parts/link';
import { kindOf, type Kind, KINDS, sentenceOf, Tile } from '../../parts/signs';
import { type Column, Table } from '../../parts/table';
import { Name, Told } from '../../parts/told';
import { useWidth } from '../../parts/width';
import { path, toPage, usePlace } from '../../place';
import { nameOf, useRegistry } from '../../registry';
import { count, date, item, listed, percent } from '../../say';
import { metOf } from '../arrange';
import type { Card } from '../card';
import { draw, type Drawn, type Sign } from './drawn';

export const SHARE = 'share';
interface Row { country: string; cell: Card['cells'][number] | undefined; met: number; kind: Kind }

export function RegionMap({ card, framework, choice }: { card: Card; framework: Framework | undefined; choice: string }) {
  const { place, go } = usePlace();
  const { countries } = useRegistry();
  const [box, width] = useWidth();
  const drawn = useMemo(() => draw(card.countries.map((code) => [code, countries.get(code)?.m49 ?? null]), width, SIZE + 4), [card.countries, countries, width]);
  const commitment = card.commitments.find((c) => c.id === choice);
  const met = useMemo(() => metOf(card), [card]);
  const rows = card.countries.map((country): Row => {
    const cell = card.cells.find((c) => c.country === country && c.commitment === commitment?.id);
    return { country, cell, met: (met.get(country) ?? 0) / Math.max(1, card.commitments.length), kind: cell ? kindOf(cell) : 'silent' };
  });
  const choose = (map: string) => go({ more: { ...place.more, map } }, 'replace');
  const names = drawn.missing.map((code) => nameOf(countries.get(code), code));
  const says = (row: Row) => (row.cell ? `${nameOf(countries.get(row.country), row.country)}: ${sentenceOf(row.cell)}` : w.map.metShare(nameOf(countries.get(row.country), row.country), row.met));
  return (
    <section class="map" aria-labelledby="map-title">
      <h2 id="map-title">{commitment ? <><Link to={toPage(path`/commitments/${commitment.id}`)}>{item(commitment.id)}</Link> <Told>{commitment.wording}</Told></> : w.map.share}</h2>
      <label class="field chosen">
        <span class="name">{w.map.choose}</span>
        <select value={commitment?.id ?? SHARE} onChange={(e) => choose(e.currentTarget.value)}>
          <option value={SHARE}>{w.map.share}</option>
          {card.commitments.map((c) => <option key={c.id} value={c.id}>{item(c.id)} · {c.wording}</option>)}
        </select>
      </label>
      <div ref={box} class="sheet">
        {drawn.signs.length > 0 ? <Picture drawn={drawn} rows={rows} says={says} width={width} share={!commitment} open={(country) => go(commitment ? { why: `${country}/${commitment.id}` } : toPage(path`/countries/${country}`))} label={summary(rows, !commitment)} /> : null}
      </div>
      {width > 0 && drawn.signs.length === 0 ? <p class="state">{w.map.noShapes}</p> : names.length > 0 ? <p class="fine">{w.map.missing(listed(names))}</p> : null}
      {drawn.signs.length > 0 ? <p class="fine">{w.map.frontiers}</p> : null}
      <details open={drawn.signs.length === 0}>
        <summary>{w.parts.asTable}</summary>
        <Table name="on-map" label={w.map.table} rows={rows} keyOf={(r) => r.country} order="country" columns={commitment ? ofCommitment(countries) : ofShare(countries, card.commitments.length)} data={(r) => ({ 'data-country': r.country, 'data-kind': r.kind })} />
      </details>
      <p class="heard">{framework ? nameOf(framework, framework.framework) : ''}</p>
    </section>
  );
}

const SIZE = 20, DOT = 5;

interface PictureProps { drawn: Drawn; rows: Row[]; says: (row: Row) => string; width: number; share: boolean; open: (country: string) => void; label: string }

function Picture({ drawn, rows, says, width, share, open, label }: PictureProps) {
  const { height } = drawn;
  const of = new Map(rows.map((r) => [r.country, r]));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {drawn.shapes.map((s) => {
        const row = s.mine ? of.get(s.mine) : undefined;
        if (!row) return <path key={s.id} d={s.d} class="land" />;
        return <path key={s.id} d={s.d} class={'land mine ' + (share ? 'share' : row.kind)} style={share ? { '--share': String(row.met) } : {}} onClick={() => open(row.country)}><title>{says(row)}</title></path>;
      })}
      {drawn.signs.filter((s) => Math.hypot(s.x - s.homeX, s.y - s.homeY) > SIZE / 2).map((s) => <line key={s.country} class="leader" x1={s.homeX} y1={s.homeY} x2={s.x} y2={s.y} />)}
      {drawn.signs.map((s) => { const row = of.get(s.country); return row ? <SignOn key={s.country} dot={drawn.dense} at={s} row={row} share={share} says={says(row)} open={open} /> : null; })}
    </svg>
  );
}

// The same letter and shape as in the matrix.
function SignOn({ dot, at, row, share, says, open }: { dot: boolean; at: Sign; row: Row; share: boolean; says: string; open: (country: string) => void }) {
  const half = SIZE / 2;
  const round = !share && (row.kind === 'overdue' || row.kind === 'overdue_silent');
  return (
    <g class={'on-map ' + (share ? 'share' : row.kind)} transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`} data-country={at.country} onClick={() => open(at.country)}>
      <title>{says}</title>
      {dot ? <circle r={DOT} /> : round ? <circle r={half - 1} /> : <rect x={share ? -half * 1.4 : -half + 1} y={-half + 1} width={share ? half * 2.8 : SIZE - 2} height={SIZE - 2} rx={2} />}
      {dot ? null : <text dy=".35em">{share ? percent(row.met) : w.signs[row.kind].letter}</text>}
      {row.cell?.disputed && !dot ? <g class="bang" transform={`translate(${half - 1} ${1 - half})`}><circle r={6} /><text dy=".35em">!</text></g> : null}
    </g>
  );
}

function summary(rows: Row[], share: boolean): string {
  if (share) return w.map.shareLabel;
  const counts = KINDS.map((k) => [k, rows.filter((r) => r.kind === k).length] as const).filter(([, n]) => n > 0);
  return w.map.label(listed(counts.map(([k, n]) => `${count(n)} ${w.signs[k].label.toLowerCase()}`)));
}

const named = (countries: ReturnType<typeof useRegistry>['countries']): Column<Row> =>
  ({ id: 'country', head: w.map.country, rowHead: true, by: (r) => nameOf(countries.get(r.country), r.country), cell: (r) => <Link to={toPage(path`/countries/${r.country}`)}><Name of={countries.get(r.country)} id={r.country} /></Link> });

function ofCommitment(countries: ReturnType<typeof useRegistry>['countries']): Column<Row>[] {
  return [
    named(countries),
    { id: 'status', head: w.country.status, by: (r) => KINDS.indexOf(r.kind), cell: (r) => (r.cell ? <Link class="pair" to={{ why: `${r.country}/${r.cell.commitment}` }}><Tile kind={r.kind} standing={r.cell.standing} disputed={r.cell.disputed} /> {w.signs[r.kind].label}{r.cell.disputed ? w.signs.join + w.signs.disputed : ''}</Link> : '') },
    { id: 'since', head: w.country.since, kind: 'date', by: (r) => r.cell?.since, cell: (r) => (r.cell?.since ? date(r.cell.since) : '') },
    { id: 'by', head: w.country.toldBy, by: (r) => r.cell?.standing, cell: (r) => (r.cell?.standing ? w.signs.standing[r.cell.standing] : '') },
  ];
}

function ofShare(countries: ReturnType<typeof useRegistry>['countries'], total: number): Column<Row>[] {
  return [
    named(countries),
    { id: 'met', head: w.map.met, kind: 'number', by: (r) => r.met, cell: (r) => count(Math.round(r.met * total)) },
    { id: 'share', head: w.map.ofAll(total), kind: 'number', by: (r) => r.met, cell: (r) => percent(r.met) },
  ];
}
