// Why a cell says what it says: the promise, its status in a sentence, and every event that explains it.
import { useEffect, useRef } from 'preact/hooks';
import type { CellPage, EvidenceItem, Framework } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Link } from '../parts/link';
import { kindOf, sentenceOf, Tile } from '../parts/signs';
import { Name, Told } from '../parts/told';
import { asked, path as pathOf, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { item, listed, plainly, sentence } from '../say';
import { Events } from './events';

export function Why() {
  const { place, go } = usePlace();
  const { countries, frameworks } = useRegistry();
  const dialog = useRef<HTMLDialogElement>(null);
  const { about, own, commitment } = subjectOf(place.why);
  const path = (own ? pathOf`/v1/organisations/${about}/commitments/${commitment.join('/')}` : pathOf`/v1/countries/${about}/commitments/${commitment.join('/')}`) + asked(place);
  const cell = useAsked<CellPage>(path);
  const close = () => go({ why: '' });

  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement as HTMLElement | null;
    shown?.showModal();
    return () => { shown?.close(); before?.focus(); };
  }, []);

  const answer = cell.answer;
  const entry = frameworks.get(commitment[0] ?? '')?.commitments.find((c) => c.id === commitment.join('/'));
  return (
    <dialog ref={dialog} class="why" aria-labelledby="why-title" onCancel={(e) => { e.preventDefault(); close(); }} onClick={(e) => e.target === dialog.current && close()}>
      <div class="inside">
        <button type="button" class="close" onClick={close}>{w.shell.close}</button>
        <h2 id="why-title">{own ? <Actor id={about} /> : <Link to={toPage(pathOf`/countries/${about}`)}><Name of={countries.get(about)} id={about} /></Link>}</h2>
        {answer ? (
          <>
            <p class="wording"><b>{item(place.why)}</b> <Told>{answer.commitment.wording}</Told></p>
            <p class="fine">
              {answer.commitment.due ? w.evidence.due(answer.commitment.due) : w.evidence.noDue}{' '}
              {w.evidence.saidOf(listed(answer.commitment.actors.map((a) => w.terms.kinds[a] ?? plainly(a).toLowerCase())), answer.commitment.paragraph)}
            </p>
            <Verdict answer={answer} />
            {answer.events.length === 0 ? <Silence entry={entry} /> : <Events told={answer.events} />}
            <p class="fine">{w.evidence.asOf(answer.as_of, answer.known_at)} <a href={path}>{w.evidence.json}</a></p>
          </>
        ) : (
          <p class="state" role="status">{cell.trouble ? cell.trouble.message : w.shell.waiting}</p>
        )}
      </div>
    </dialog>
  );
}

// "XAB/eap-2001/b2" is a country's cell, "organisation/example-tours/eap-2001/b6" an organisation's.
function subjectOf(why: string): { about: string; own: boolean; commitment: string[] } {
  const parts = why.split('/');
  const own = parts[0] === 'organisation';
  const [about = '', ...commitment] = own ? parts.slice(1) : parts;
  return { about, own, commitment };
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

// Every empty state says what would fill it.
function Silence({ entry }: { entry: Framework['commitments'][number] | undefined }) {
  const { frameworks } = useRegistry();
  const acts = (entry?.evidence.all_of ?? []).map((e) => evidenceInWords(e, (id) => nameOf(frameworks.get(id), id)));
  return (
    <section>
      <h3>{w.evidence.none}</h3>
      <p>{w.evidence.nobody}</p>
      {acts.length > 0 ? <><p>{w.evidence.wouldFill}</p><ul>{acts.map((a) => <li key={a}>{a}</li>)}</ul></> : <p>{w.evidence.onlyReport}</p>}
    </section>
  );
}

function evidenceInWords(e: EvidenceItem, nameOfFramework: (id: string) => string): string {
  const framework = e.framework ? nameOfFramework(e.framework) : '';
  switch (e.type) {
    case 'treaty.ratified': return w.terms.treatyRatified((e.instrument ?? '').toUpperCase());
    case 'plan.adopted': return w.terms.planAdopted(framework, e.with_indicators ?? false);
    case 'declaration.adopted': return w.terms.declarationAdopted(framework);
    default: return w.terms.types[e.type] ?? plainly(e.type).toLowerCase();
  }
}
