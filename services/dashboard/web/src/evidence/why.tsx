// Why a cell says what it says: the promise, its status in a sentence, who says what, and every event that explains it.
import { useAsked } from '../asking';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Copy } from '../parts/copy';
import { Link } from '../parts/link';
import { Panel } from '../parts/panel';
import { kindOf, sentenceOf, Tile } from '../parts/signs';
import { Name, Told } from '../parts/told';
import { asked, path as pathOf, toPage, usePlace } from '../place';
import { useRegistry } from '../registry';
import { item, listed, plainly, sentence } from '../say';
import type { CellPage } from './api';
import { Elsewhere, Organisations } from './beside';
import { Events } from './events';
import { Silence } from './silence';
import { Voices } from './voices';
import { useWithdrawn, Withdrawn } from './withdrawn';

export function Why() {
  const { place, go } = usePlace();
  const { countries, frameworks } = useRegistry();
  const { about, own, commitment } = subjectOf(place.why);
  const path = (own ? pathOf`/v1/organisations/${about}/commitments/${commitment}` : pathOf`/v1/countries/${about}/commitments/${commitment}`) + asked(place);
  const cell = useAsked<CellPage>(path);
  const answer = cell.answer;
  const entry = frameworks.get(commitment.split('/')[0]!)?.commitments.find((c) => c.id === commitment);
  const withdrawn = useWithdrawn(own ? null : about, commitment, entry?.evidence);
  return (
    <Panel close={() => go({ why: '' })} title={own ? <Actor id={about} /> : <Link to={toPage(pathOf`/countries/${about}`)}><Name of={countries.get(about)} id={about} /></Link>}>
      {answer ? (
        <>
          <p class="wording"><Link class="number" to={toPage(pathOf`/commitments/${commitment}`)} title={w.evidence.toCommitment}>{item(commitment)}</Link> <Told>{answer.commitment.wording}</Told></p>
          <p class="fine">
            {answer.commitment.due ? w.evidence.due(answer.commitment.due) : w.evidence.noDue}{' '}
            {w.evidence.saidOf(listed(answer.commitment.actors.map((a) => w.terms.kinds[a] ?? plainly(a).toLowerCase())), answer.commitment.paragraph)}
          </p>
          <Verdict answer={answer} />
          <Voices answer={answer} />
          {answer.events.length > 0 ? <Events answer={answer} /> : null}
          <Organisations answer={answer} />
          {own ? null : <Withdrawn of={withdrawn} country={about} />}
          {answer.events.length === 0 && !answer.organisations?.length ? <Silence rule={entry?.evidence} withdrawn={withdrawn.found.length > 0} /> : null}
          <Elsewhere answer={answer} />
          <p class="fine ending">{w.evidence.asOf(answer.as_of, answer.known_at)} <Copy text={() => location.href}>{w.evidence.copy}</Copy> · <a href={path}>{w.evidence.json}</a></p>
        </>
      ) : (
        <p class="state" role="status">{cell.trouble ? cell.trouble.message : w.shell.waiting}</p>
      )}
    </Panel>
  );
}

// "XAB/eap-2001/b2" is a country's cell, "organisation/example-tours/eap-2001/b6" an organisation's.
function subjectOf(why: string): { about: string; own: boolean; commitment: string } {
  const parts = why.split('/');
  const own = parts[0] === 'organisation';
  const [about = '', ...commitment] = own ? parts.slice(1) : parts;
  return { about, own, commitment: commitment.join('/') };
}

function Verdict({ answer }: { answer: CellPage }) {
  const { cell } = answer;
  return (
    <div class="verdict">
      <Tile kind={kindOf(cell)} standing={cell.standing} disputed={cell.disputed} />
      <p>
        <strong>{sentence(sentenceOf(cell))}</strong>{' '}
        {cell.basis === 'report' ? w.evidence.onReport(cell.sources) : sentence(w.signs[kindOf(cell)].meaning)}
        {cell.basis === 'act' ? ' ' + w.evidence.onAct(cell.sources) : ''}
      </p>
    </div>
  );
}
