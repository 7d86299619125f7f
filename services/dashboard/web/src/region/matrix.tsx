// The matrix: a real table, a row a commitment under its theme, a column a country, a button a cell.
import { useMemo } from 'preact/hooks';
import type { Cell, Commitment, Framework, Scorecard } from '../api';
import { w } from '../language';
import { Link } from '../parts/link';
import { kindOf, sentenceOf, Tile } from '../parts/signs';
import { Told } from '../parts/told';
import { path, toPage, usePlace } from '../place';
import { isSpoken, nameOf, useRegistry } from '../registry';
import { item, plainly } from '../say';
import { arrows, onFocus } from './roving';

interface Props { card: Scorecard; framework: Framework | undefined }

interface Group { id: string; letter: string; name: string; spoken: boolean; rows: { commitment: Commitment; number: number }[] }

export function Matrix({ card, framework }: Props) {
  const { go } = usePlace();
  const { countries } = useRegistry();
  const cells = useMemo(() => new Map(card.cells.map((c) => [c.country + ' ' + c.commitment, c])), [card]);
  const groups = useMemo(() => grouped(card, framework), [card, framework]);
  const name = (code: string) => nameOf(countries.get(code), code);
  if (card.cells.length === 0) return null;
  const open = (cell: Cell) => go({ why: `${cell.country}/${cell.commitment}` });
  return (
    <section aria-labelledby="matrix-title">
      <h2 id="matrix-title" class="heard">{w.region.matrix}</h2>
      <p class="hint" id="matrix-hint">{w.region.hint} <span class="screen keys">{w.region.keys}</span></p>
      <div class="box" role="region" aria-label={w.region.scroll} aria-describedby="matrix-hint" tabIndex={0}>
        <table class={card.countries.length <= 8 ? 'matrix few' : 'matrix'} onKeyDown={arrows} onFocusIn={onFocus}>
          <thead>
            <tr>
              <th scope="col" class="corner">{w.region.commitment}</th>
              {card.countries.map((code) => (
                <th scope="col" key={code} class={countries.get(code)?.invented ? 'country made-up' : 'country'}>
                  <Link to={toPage(path`/countries/${code}`)} title={name(code)}>
                    <span class="full">{name(code)}</span><span class="code">{code}</span>
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.id}>
              <tr class="theme">
                <th scope="rowgroup" colSpan={card.countries.length + 1}>
                  <span class="held"><b>{group.letter.toUpperCase()}</b><Told spoken={group.spoken}>{group.name}</Told> <small>{told(group, card, cells)}</small></span>
                </th>
              </tr>
              {group.rows.map(({ commitment, number }) => (
                <tr key={commitment.id}>
                  <th scope="row"><Promise commitment={commitment} /></th>
                  {card.countries.map((code, column) => {
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

function Promise({ commitment }: { commitment: Commitment }) {
  return (
    <span class="promise">
      <b>{item(commitment.id)}</b>
      <span class="wording"><Told>{commitment.wording}</Told>{commitment.due ? <small> {w.region.due(commitment.due)}</small> : null}</span>
    </span>
  );
}

// In the order of the document, as the framework lists its themes.
function grouped(card: Scorecard, framework: Framework | undefined): Group[] {
  const groups = new Map<string, Group>();
  for (const t of framework?.themes ?? []) groups.set(t.id, { id: t.id, letter: t.letter, name: nameOf(t, t.id), spoken: isSpoken(t), rows: [] });
  for (const commitment of card.commitments) {
    const group = groups.get(commitment.theme) ?? { id: commitment.theme, letter: '', name: plainly(commitment.theme), spoken: false, rows: [] };
    groups.set(commitment.theme, group);
    group.rows.push({ commitment, number: 0 });
  }
  const all = [...groups.values()].filter((g) => g.rows.length > 0);
  let number = 0;
  for (const group of all) {
    group.rows.sort((a, b) => Number(a.commitment.id.match(/\d+$/)) - Number(b.commitment.id.match(/\d+$/)));
    for (const row of group.rows) row.number = number++;
  }
  return all;
}

function told(group: Group, card: Scorecard, cells: Map<string, Cell>): string {
  let met = 0, late = 0, any = 0;
  for (const { commitment } of group.rows)
    for (const code of card.countries) {
      const cell = cells.get(code + ' ' + commitment.id);
      met += Number(cell?.status === 'met');
      late += Number(cell?.status === 'met_late');
      any += Number((cell?.events.length ?? 0) > 0);
    }
  return any === 0 ? w.region.noneYet : w.region.themeTold(met + late, late, any);
}
