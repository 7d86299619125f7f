// The matrix: a real table, a row a commitment in its group, a column a country, a button a cell.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Commitment, Framework, Sign } from '../api';
import { w } from '../language';
import { Link } from '../parts/link';
import { kindOf, sentenceOf, Tile } from '../parts/signs';
import { Told } from '../parts/told';
import { path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { item } from '../say';
import { type Arrangement, grouped, inOrder, told } from './arrange';
import type { Card } from './card';
import { arrows, onFocus } from './roving';

interface Props { card: Card; framework: Framework | undefined; arrangement: Arrangement }

const FEW = 8, MIDDLING = 20;

export function Matrix({ card, framework, arrangement }: Props) {
  const { place, go } = usePlace();
  const { countries } = useRegistry();
  const name = (code: string) => nameOf(countries.get(code), code);
  const cells = useMemo(() => new Map(card.cells.map((c) => [c.country + ' ' + c.commitment, c])), [card]);
  const groups = useMemo(() => grouped(card, framework, arrangement.group), [card, framework, arrangement.group]);
  const rows = useRowsDrawn();
  const columns = useMemo(() => inOrder(card, arrangement.order, name), [card, arrangement.order, countries]);
  if (card.cells.length === 0) return null;
  const open = (cell: Sign) => go({ why: `${cell.country}/${cell.commitment}` });
  const onMap = arrangement.map ? (id: string) => go({ more: { ...place.more, map: id } }, 'replace') : null;
  const many = columns.length <= FEW ? 'few' : columns.length <= MIDDLING ? 'middling' : 'many';
  return (
    <section aria-labelledby="matrix-title">
      <h2 id="matrix-title" class="heard">{w.region.matrix}</h2>
      <p class="hint" id="matrix-hint">{w.region.hint} <span class="screen keys">{w.region.keys}</span></p>
      <div class={`box ${many} ${arrangement.signs}`} role="region" aria-label={w.region.scroll} aria-describedby="matrix-hint" tabIndex={0}>
        <table class={`matrix ${many}`} aria-busy={rows < card.commitments.length} onKeyDown={arrows} onFocusIn={onFocus}>
          <thead>
            <tr>
              <th scope="col" class="corner">{w.region.commitment}</th>
              {columns.map((code) => (
                <th scope="col" key={code} class={countries.get(code)?.invented ? 'country made-up' : 'country'}>
                  <Link to={toPage(path`/countries/${code}`)} title={name(code)}>
                    <span class="full">{shortened(name(code))}</span><span class="code">{code}</span>
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          {groups.filter((group) => group.rows[0]!.number < rows).map((group) => (
            <tbody key={group.id}>
              <tr class="theme">
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <span class={group.letter ? 'held' : 'held plain'}>{group.letter ? <b>{group.letter.toUpperCase()}</b> : null}<Told spoken={group.spoken}>{group.name}</Told> <small>{told(group, columns, cells)}</small></span>
                </th>
              </tr>
              {group.rows.filter(({ number }) => number < rows).map(({ commitment, number }) => (
                <tr key={commitment.id} class={arrangement.map === commitment.id ? 'on-map' : ''}>
                  <th scope="row"><Promise commitment={commitment} dated={arrangement.group !== 'due'} onMap={onMap} mapped={arrangement.map === commitment.id} /></th>
                  {columns.map((code, column) => {
                    const cell = cells.get(code + ' ' + commitment.id);
                    if (!cell) return <td key={code} />;
                    const says = `${name(code)}, ${item(commitment.id)}: ${sentenceOf(cell)}`;
                    return (
                      <td key={code}>
                        <button type="button" class="cell" data-row={number} data-column={column} data-cell={`${code}/${commitment.id}`} data-status={cell.status}
                          tabIndex={number === 0 && column === 0 ? 0 : -1} aria-label={says} title={says} aria-haspopup="dialog" onClick={() => open(cell)}>
                          <Tile kind={kindOf(cell)} standing={cell.standing} disputed={cell.disputed} />
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

// The first frame has the rows that fill the box, the next one all others.
const LOWEST = 40; // pixels, on average
function useRowsDrawn(): number {
  const [all, setAll] = useState(false);
  useEffect(() => setAll(true), []);
  return all ? Infinity : Math.ceil(innerHeight / LOWEST);
}

// Its number leads to the commitment's own page; while the map is shown, its wording puts it there.
function Promise({ commitment, dated, onMap, mapped }: { commitment: Commitment; dated: boolean; onMap: ((id: string) => void) | null; mapped: boolean }) {
  const wording = <Told>{commitment.wording}</Told>;
  return (
    <span class="promise">
      <Link class="number" to={toPage(path`/commitments/${commitment.id}`)}>{item(commitment.id)}</Link>
      <span class="wording">
        {onMap ? <button type="button" class="to-map" aria-pressed={mapped} title={w.region.toMap} onClick={() => onMap(commitment.id)}>{wording}</button> : wording}
        {dated && commitment.due ? <small> {w.region.due(commitment.due)}</small> : null}
      </span>
    </span>
  );
}

// Upright heads have room for two lines; the whole name is in the tooltip, on the country's page and in the sign's words.
function shortened(name: string): string {
  const LONGEST = 34;
  const bare = name.length > LONGEST ? name.replace(/\s*[(（].*[)）]/, '') : name;
  return bare.length > LONGEST ? bare.slice(0, LONGEST - 1).trimEnd() + '…' : bare;
}
