// What an organisation must keep under one framework: those with evidence as a list, the others folded away.
import type { Framework } from '../api';
import { w } from '../language';
import { Link } from '../parts/link';
import { countKinds, KINDS, kindOf, Tile } from '../parts/signs';
import { Name, Told } from '../parts/told';
import { count, date, item } from '../say';
import type { OwnCell } from './api';

export function Promises({ id, cells, framework }: { id: string; cells: OwnCell[]; framework: Framework | undefined }) {
  const counts = countKinds(cells as never);
  const told = cells.filter((c) => c.events.length > 0), silent = cells.filter((c) => c.events.length === 0);
  return (
    <section class="framework own" aria-labelledby={`own-${id}`}>
      <h3 id={`own-${id}`}><Name of={framework} id={id} /></h3>
      <p class="fine">{w.country.commitments(cells.length)}: {KINDS.filter((k) => counts.get(k)).map((k) => `${count(counts.get(k) ?? 0)} ${w.signs[k].label.toLowerCase()}`).join('; ')}.</p>
      {told.length > 0 ? <Rows cells={told} framework={framework} /> : null}
      {silent.length > 0 ? <details open={told.length === 0 && silent.length <= 3}><summary>{w.organisation.withoutEvidence(silent.length)}</summary><Rows cells={silent} framework={framework} /></details> : null}
    </section>
  );
}

function Rows({ cells, framework }: { cells: OwnCell[]; framework: Framework | undefined }) {
  const about = new Map(framework?.commitments.map((c) => [c.id, c]));
  return (
    <div class="list-box">
      <table class="list">
        <thead><tr>{[w.country.number, w.country.commitment, w.country.due, w.country.status, w.country.since, w.country.toldBy].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
        <tbody>
          {cells.map((cell) => {
            const commitment = about.get(cell.commitment);
            const kind = kindOf(cell as never);
            return (
              <tr key={cell.commitment} data-cell={`${cell.organisation}/${cell.commitment}`} data-status={cell.status}>
                <td class="no">{item(cell.commitment)}</td>
                <th scope="row"><Link to={{ why: `organisation/${cell.organisation}/${cell.commitment}` }}><Told>{commitment?.wording ?? cell.commitment}</Told></Link></th>
                <td class="date" data-label={w.country.due}>{commitment?.due ? date(commitment.due) : ''}</td>
                <td class="status"><span class="pair"><Tile kind={kind} standing={cell.standing} disputed={cell.disputed} /> <span>{w.signs[kind].label}{cell.disputed ? w.signs.join + w.signs.disputed : ''}</span></span></td>
                <td class="date" data-label={w.country.since}>{cell.since ? date(cell.since) : ''}</td>
                <td class="teller" data-label={w.country.toldBy}>{cell.standing ? w.signs.standing[cell.standing] : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
