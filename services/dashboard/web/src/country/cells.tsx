// A country's cells in one framework, theme by theme, as a list to read.
import type { Cell, Framework } from '../api';
import { w } from '../language';
import { Link } from '../parts/link';
import { kindOf, Tile } from '../parts/signs';
import { Name, Told } from '../parts/told';
import { path, toPage } from '../place';
import { date, item } from '../say';

export function FrameworkCells({ id, cells, framework }: { id: string; cells: Cell[]; framework: Framework | undefined }) {
  const about = new Map(framework?.commitments.map((c) => [c.id, c]));
  const themes = new Map(framework?.themes.map((t) => [t.id, t]));
  const words = w.country;
  return (
    <section class="framework" id={'in-' + id}>
      <h3 id={'title-' + id}><Name of={framework} id={id} /></h3>
      <div class="list-box" role="region" aria-labelledby={`title-${id}`} tabIndex={0}>
        <table class="list">
          <thead><tr>{[words.number, words.commitment, words.due, words.status, words.since, words.toldBy].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
          <tbody>
            {cells.map((cell, i) => {
              const commitment = about.get(cell.commitment);
              const before = i > 0 ? about.get(cells[i - 1]!.commitment) : undefined;
              const change = { why: `${cell.country}/${cell.commitment}` };
              return [
                commitment && commitment.theme !== before?.theme ? (
                  <tr class="theme" key={'theme ' + cell.commitment}><th scope="colgroup" colSpan={6}><Name of={themes.get(commitment.theme)} id={commitment.theme} /></th></tr>
                ) : null,
                <tr key={cell.commitment} data-cell={`${cell.country}/${cell.commitment}`} data-status={cell.status}>
                  <td class="no"><Link to={toPage(path`/commitments/${cell.commitment}`)} title={words.inFull}>{item(cell.commitment)}</Link></td>
                  <th scope="row"><Link to={change}><Told>{commitment?.wording ?? cell.commitment}</Told></Link></th>
                  <td class="date" data-label={words.due}>{commitment?.due ? date(commitment.due) : ''}</td>
                  <td class="status"><span class="pair"><Tile kind={kindOf(cell)} standing={cell.standing} disputed={cell.disputed} /> <span>{w.signs[kindOf(cell)].label}{cell.disputed ? w.signs.join + w.signs.disputed : ''}</span></span></td>
                  <td class="date" data-label={words.since}>{cell.since ? date(cell.since) : ''}</td>
                  <td class="teller" data-label={words.toldBy}>{cell.standing ? w.signs.standing[cell.standing] : ''}</td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
