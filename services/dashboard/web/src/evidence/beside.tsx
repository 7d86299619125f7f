// What stands beside a cell: the organisations whose cells it sums up, and the same promise where another framework asks it.
import type { Cell } from '../api';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Link } from '../parts/link';
import { kindOf, sentenceOf, Tile } from '../parts/signs';
import { Name, Told } from '../parts/told';
import { useRegistry } from '../registry';
import { item, sentence } from '../say';
import type { CellPage } from './api';

export function Organisations({ answer }: { answer: CellPage }) {
  const organisations = answer.organisations ?? [];
  if (organisations.length === 0) return null;
  return (
    <section>
      <h3>{w.evidence.organisations(organisations.length)}</h3>
      <ul class="cells">
        {organisations.map((o) => {
          const cell: Cell = { ...o, country: o.organisation };
          return <li key={o.organisation}><Tile kind={kindOf(cell)} standing={o.standing} disputed={o.disputed} /> <span><Actor id={o.organisation} /> <Link to={{ why: `organisation/${o.organisation}/${o.commitment}` }} class="fine">{sentence(sentenceOf(cell))}</Link></span></li>;
        })}
      </ul>
    </section>
  );
}

export function Elsewhere({ answer }: { answer: CellPage }) {
  const { frameworks } = useRegistry();
  const same = answer.same_promise ?? [];
  if (same.length === 0) return null;
  return (
    <section>
      <h3>{w.evidence.elsewhere}</h3>
      <ul class="cells">
        {same.map((cell) => {
          const id = cell.commitment.split('/')[0]!, framework = frameworks.get(id);
          return (
            <li key={cell.commitment}>
              <Tile kind={kindOf(cell)} standing={cell.standing} disputed={cell.disputed} />{' '}
              <span><Link to={{ why: `${cell.country}/${cell.commitment}` }}>{item(cell.commitment)}, <Name of={framework} id={id} /></Link> <span class="fine">{sentence(sentenceOf(cell))} <Told>{framework?.commitments.find((c) => c.id === cell.commitment)?.wording ?? ''}</Told></span></span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
