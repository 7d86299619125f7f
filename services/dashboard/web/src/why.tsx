// Why a cell says what it says: the promise, its status in a sentence, and every event that explains it.
import { useEffect, useRef } from 'preact/hooks';
import type { CellPage, Country, Framework, Stakeholders } from './api';
import { useAsked } from './asking';
import { Events } from './events';
import { infoOf, kindOf, Tile } from './kinds';
import { addressOf, clocks, follow, type Go, type View } from './view';
import { cellInWords, counted, dateInWords, evidenceInWords, inWords, item, momentInWords, nameOf } from './words';

interface Props { view: View; go: Go; names: Map<string, Country>; frameworks: Framework[] }

export function Why({ view, go, names, frameworks }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [country = '', ...commitment] = view.why.split('/');
  const path = `/v1/countries/${encodeURIComponent(country)}/commitments/${commitment.map(encodeURIComponent).join('/')}` + clocks(view);
  const cell = useAsked<CellPage>(path);
  const tellers = useAsked<Stakeholders>('/v1/stakeholders', false);
  const close = () => go({ why: '' });

  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement as HTMLElement | null;
    shown?.showModal();
    return () => { shown?.close(); before?.focus(); };
  }, []);

  const answer = cell.answer;
  const name = nameOf(names.get(country)?.name, country, names.get(country)?.invented ?? false);
  const entry = frameworks.flatMap((f) => f.commitments).find((c) => c.id === commitment.join('/'));
  const toCountry = { country, why: '' };
  return (
    <dialog ref={dialog} class="why" aria-labelledby="why-title" onCancel={(e) => { e.preventDefault(); close(); }} onClick={(e) => e.target === dialog.current && close()}>
      <div class="inside">
        <button type="button" class="close" onClick={close}>Close</button>
        <h2 id="why-title"><a href={addressOf({ ...view, ...toCountry })} onClick={follow(go, toCountry)}>{name}</a></h2>
        {answer ? (
          <>
            <p class="wording"><b>{item(view.why)}</b> {answer.commitment.wording}</p>
            <p class="fine">
              {answer.commitment.due ? `Due ${dateInWords(answer.commitment.due)}. ` : 'No date was set. '}
              Said of {answer.commitment.actors.map((a) => inWords(a).toLowerCase()).join(', ')}; {answer.commitment.paragraph}.
            </p>
            <Verdict answer={answer} />
            {answer.events.length === 0 ? <Silence entry={entry} frameworks={frameworks} /> : <Events told={answer.events} tellers={tellers.answer?.stakeholders ?? []} />}
            <p class="fine">As of {dateInWords(answer.as_of)}, by what was known on {momentInWords(answer.known_at)}. <a href={path}>This as JSON</a></p>
          </>
        ) : (
          <p class="state" role="status">{cell.trouble ? cell.trouble.message : 'Reading the ledger …'}</p>
        )}
      </div>
    </dialog>
  );
}

function Verdict({ answer }: { answer: CellPage }) {
  const info = infoOf(kindOf(answer.cell));
  const { sources, basis } = answer.cell;
  const sentence = cellInWords(answer.cell, info.label);
  return (
    <div class="verdict">
      <Tile kind={info.kind} standing={answer.cell.standing} disputed={answer.cell.disputed} />
      <p>
        <strong>{sentence.charAt(0).toUpperCase() + sentence.slice(1)}.</strong>{' '}
        {basis === 'report' ? `It stands on a report, not on an act, from ${counted(sources, 'source')}.` : `${info.meaning}.`}
        {basis === 'act' ? ` It stands on what was done, told by ${counted(sources, 'source')}.` : ''}
      </p>
    </div>
  );
}

// Every empty state says what would fill it.
function Silence({ entry, frameworks }: { entry: Framework['commitments'][number] | undefined; frameworks: Framework[] }) {
  const nameOfFramework = (id: string) => frameworks.find((f) => f.framework === id)?.name ?? id;
  const acts = (entry?.evidence.all_of ?? []).map((e) => evidenceInWords(e, nameOfFramework)) ?? [];
  return (
    <section>
      <h3>No evidence</h3>
      <p>Nobody has told the ledger anything about this promise. It may have been kept all the same.</p>
      {acts.length > 0 ? <><p>What would fill it:</p><ul>{acts.map((a) => <li key={a}>{a}</li>)}</ul></>
        : <p>No single act can prove it. A report on progress by the government, a monitor or another source would fill it.</p>}
    </section>
  );
}
