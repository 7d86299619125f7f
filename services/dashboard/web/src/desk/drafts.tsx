// Drafts: what waits for a second person, what was given back, what was sent.
import { useState } from 'preact/hooks';
import { Trouble } from '../api';
import { w } from '../language';
import { Section } from '../parts/section';
import { Told } from '../parts/told';
import { recordOf, typeInWords, typeTitle } from '../record';
import { moment } from '../say';
import type { CloudEvent, Draft } from './api';
import { reasonsIn } from './api';
import { DataList } from './data';
import { Reasons } from './reasons';
import { useDesk, useMine } from './session';
import { SubjectName } from './subject';
import { asTrouble, Unsaid } from './trouble';

export function Drafts() {
  const { ask, version } = useDesk();
  const drafts = useMine<{ drafts: Draft[] }>(ask, '/v1/drafts', version);
  return (
    <Section id="drafts" title={w.desk.drafts} asked={drafts} empty={(a) => a.drafts.length === 0 && w.desk.noDrafts}>
      {(a) => (
        <>
          {(['waiting', 'returned', 'sent'] as const).map((state) => {
            const of = a.drafts.filter((d) => d.state === state);
            return of.length === 0 ? null : (
              <section key={state} aria-labelledby={`drafts-${state}`}>
                <h3 id={`drafts-${state}`}>{w.desk.draftStates[state]}</h3>
                <ul class="desk-drafts">{of.map((d) => <OneDraft key={d.draft} draft={d} />)}</ul>
              </section>
            );
          })}
        </>
      )}
    </Section>
  );
}

function OneDraft({ draft }: { draft: Draft }) {
  const [open, setOpen] = useState(false);
  return (
    <li class="desk-draft" data-draft={draft.id}>
      <p>{typeTitle(draft.type)} · <SubjectName of={draft.subject} /></p>
      <p class="fine">{w.desk.preparedBy(draft.prepared_by, moment(draft.prepared_at))} {draft.approved_by ? w.desk.approvedBy(draft.approved_by) : ''} {draft.returned_by ? w.desk.returnedBy(draft.returned_by) : ''} <code dir="ltr">{draft.id}</code></p>
      {draft.note ? <p class="desk-note">{w.desk.note}: <Told spoken>{draft.note}</Told></p> : null}
      <Reasons reasons={draft.reasons} />
      {draft.state === 'sent' && draft.decision === 'admitted' && draft.position ? <p class="fine"><a href={recordOf(draft)}>{w.live.record(draft.position)}</a></p> : null}
      {draft.state === 'sent' ? null : <p><button type="button" class="desk-plain" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? w.shell.close : w.desk.read}</button></p>}
      {open ? <Opened address={draft.draft} /> : null}
    </li>
  );
}

function Opened({ address }: { address: string }) {
  const { ask, version } = useDesk();
  const one = useMine<Draft>(ask, address, version);
  const { answer } = one;
  if (one.trouble) return <p class="desk-wrong"><Unsaid trouble={one.trouble} /></p>;
  if (!answer) return <p class="fine">{w.shell.waiting}</p>;
  return (
    <div class="opened">
      {answer.event ? <Event event={answer.event} /> : null}
      {answer.now ? answer.now.decision === 'refused' ? <><p>{w.desk.draftWould}</p><Reasons reasons={answer.now.reasons} /></> : <p class="desk-right"><b aria-hidden="true">✓</b> {w.desk.wouldBeAdmitted(answer.now.standing ? w.signs.standing[answer.now.standing] : '')}</p> : null}
      <Acts draft={answer} />
    </div>
  );
}

function Event({ event }: { event: CloudEvent }) {
  return (
    <>
      <p class="lead">{w.desk.draftSays(typeInWords(event.type))} <strong><SubjectName of={event.subject} /></strong></p>
      <DataList data={event.data} />
    </>
  );
}

// What this credential may do with it: change and delete one's own, approve or return another's.
function Acts({ draft }: { draft: Draft }) {
  const desk = useDesk();
  const [note, setNote] = useState('');
  const [told, setTold] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const own = draft.prepared_by === desk.me.credential;
  const act = async (path: string, method: string, body?: string) => {
    setBusy(true);
    try {
      const answer = await desk.ask(path, { method, headers: { 'If-Match': draft.etag, ...(path.endsWith('/approve') ? { Prefer: 'wait=10' } : {}) }, ...(body ? { body, type: 'application/json' } : {}) });
      if (answer.status >= 300) setTold(new Trouble(answer.status, 'refused', reasonsIn(answer.body).map((r) => r.detail).join(' ')));
      if (answer.status < 300 || answer.status === 422 || answer.status === 412) desk.changed();
    } catch (error) {
      setTold(asTrouble(error));
    }
    setBusy(false);
  };
  return (
    <div class="draft-acts">
      {own && draft.event ? <p class="desk-acts"><button type="button" class="act second" onClick={() => desk.mend({ event: draft.event!, reasons: draft.now?.reasons ?? [], draft: { address: draft.draft, etag: draft.etag } })}>{w.desk.changeIt}</button></p> : null}
      {desk.me.duty === 'approve' && !own && draft.state === 'waiting' ? (
        <>
          <p class="desk-acts"><button type="button" class="act" disabled={busy} onClick={() => void act(draft.draft + '/approve', 'POST')}>{w.desk.approve}</button></p>
          <form class="desk-form" aria-label={w.desk.giveBack} onSubmit={(e) => { e.preventDefault(); if (note.trim()) void act(draft.draft + '/return', 'POST', JSON.stringify({ note: note.trim() })); }}>
            <label class="field"><span class="name">{w.desk.noteFor}</span><textarea rows={2} dir="auto" maxLength={2000} value={note} onInput={(e) => setNote(e.currentTarget.value)} /></label>
            <p><button type="submit" class="act second" disabled={busy || !note.trim()}>{w.desk.giveBack}</button></p>
          </form>
        </>
      ) : null}
      {desk.me.duty === 'approve' && own ? <p class="fine">{w.desk.notYourOwn}</p> : null}
      {own || desk.me.duty === 'approve' ? <p><button type="button" class="desk-plain" disabled={busy} onClick={() => void act(draft.draft, 'DELETE')}>{w.desk.deleteIt}</button></p> : null}
      <div role="status">{told ? <p class="desk-wrong"><Unsaid trouble={told} /></p> : null}</div>
    </div>
  );
}
