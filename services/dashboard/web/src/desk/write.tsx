// One event by form: its type, whom it is about, what it says; checked on demand, then sent.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Trouble } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Section } from '../parts/section';
import { Told } from '../parts/told';
import { usePlace } from '../place';
import { typeTitle } from '../record';
import { compare } from '../say';
import { type CloudEvent, type Data, type EventType, JSON_EVENT, type Reason, reasonsIn, submit, type Submission } from './api';
import { Members, within } from './fields';
import { mended as noteMended } from './held';
import { KINDS, listOf } from './lists';
import { Outcome } from './outcome';
import { Reasons } from './reasons';
import { heldOn, pruned, type Schema } from './schema';
import { type Mend, remember, useDesk } from './session';
import { SubjectPicker, useNamed } from './subject';
import { asTrouble, Unsaid } from './trouble';
import { aboutType } from './types';

export function Write({ mended, done }: { mended: Mend | null; done: () => void }) {
  const { me } = useDesk();
  const { place, go } = usePlace();
  const types = useAsked<{ types: EventType[] }>('/v1/types', false);
  const wished = mended?.event.type ?? place.more.type ?? '';
  return (
    <Section id="write" title={mended?.draft ? w.desk.changeDraft : mended ? w.desk.mendTitle : w.desk.write} asked={types}>
      {({ types: all }) => {
        const type = all.find((t) => t.type === wished || t.name === wished);
        return (
          <>
            {mended ? <p class="quiet">{w.desk.mendDeck} <button type="button" class="desk-plain" onClick={() => { done(); go({ more: { ...place.more, part: 'write', type: '' } }, 'replace'); }}>{w.desk.startAnew}</button></p>
              : <TypePicker types={all.filter((t) => !t.registrar_only || me.registrar)} value={type?.name ?? ''} set={(name) => go({ more: { ...place.more, part: 'write', type: name } }, 'replace')} />}
            {type ? <OfType key={type.name} type={type} mended={mended} done={done} /> : null}
          </>
        );
      }}
    </Section>
  );
}

function TypePicker({ types, value, set }: { types: EventType[]; value: string; set: (name: string) => void }) {
  const areas = [...new Set(types.map((t) => t.area))];
  return (
    <label class="field desk-form">
      <span class="name">{w.desk.whatHappened}</span>
      <select value={value} onChange={(e) => set(e.currentTarget.value)}>
        <option value="">{w.desk.choose}</option>
        {areas.map((area) => (
          <optgroup key={area} label={w.desk.areas[area] ?? area}>
            {types.filter((t) => t.area === area).map((t): [string, string] => [t.name, typeTitle(t.name)]).sort((a, b) => compare(a[1], b[1])).map(([name, said]) => <option key={name} value={name}>{said}</option>)}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function OfType({ type, mended, done }: { type: EventType; mended: Mend | null; done: () => void }) {
  const schema = useAsked<Schema>(type.schema, false);
  return (
    <Section id="form" title={typeTitle(type.name)} asked={schema}>
      {(s) => <><p class="fine"><Told>{aboutType(type.description)}</Told></p><Form type={type} schema={s} mended={mended} done={done} /></>}
    </Section>
  );
}

const newId = (type: EventType, subject: string): string => `${type.name}/${subject.split('/').slice(1).join('/')}/${new Date().toISOString().slice(0, 10)}-${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`;

type State = { busy: boolean; reasons: Reason[]; told: Submission | null; dryRun: boolean; trouble: Trouble | null };
const STILL: State = { busy: false, reasons: [], told: null, dryRun: false, trouble: null };

function Form({ type, schema, mended, done }: { type: EventType; schema: Schema; mended: Mend | null; done: () => void }) {
  const desk = useDesk();
  const own = (desk.me.speaks_about ?? []).find((s) => type.subjects.includes(s.split('/')[0]!)) ?? '';
  const [subject, setSubject] = useState(mended?.event.subject ?? own);
  const [data, setData] = useState<Data>(mended?.event.data ?? {});
  const [fixedId, setFixedId] = useState(mended?.event.id ?? '');
  const [state, setState] = useState<State>({ ...STILL, reasons: mended?.reasons ?? [] });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { if (state.reasons.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .form-reasons')?.focus(); }, [state.reasons]);
  const event = (): CloudEvent => {
    const said = (pruned(data, schema) ?? {}) as Data;
    const id = fixedId || newId(type, subject);
    setFixedId(id);
    return { specversion: '1.0', id, source: mended?.event.source ?? desk.me.source, type: type.type, subject, time: heldOn(said, schema), data: said };
  };
  const send = async (dryRun: boolean) => {
    const what = event();
    setState({ ...STILL, busy: true });
    try {
      if (!dryRun) remember(what);
      const told = mended?.draft && !dryRun ? await change(mended.draft, what) : await submit(desk.ask, what, dryRun);
      setState({ ...STILL, reasons: told.reasons, told, dryRun });
      if (!dryRun) noteMended(told), desk.changed();
    } catch (error) {
      setState({ ...STILL, trouble: asTrouble(error) });
    }
  };
  const change = async (draft: { address: string; etag: string }, what: CloudEvent): Promise<Submission> => {
    const { status, body } = await desk.ask(draft.address, { method: 'PUT', type: JSON_EVENT, body: JSON.stringify(what), headers: { 'If-Match': draft.etag } });
    return { source: what.source, id: what.id, type: what.type, subject: what.subject, decision: status < 300 ? 'draft' : 'refused', reasons: status < 300 ? [] : reasonsIn(body), ...(status < 300 && (body as { now?: Submission }).now ? { now: (body as { now: Submission }).now } : {}) };
  };
  const finished = state.told !== null && !state.dryRun && state.told.decision !== 'refused';
  if (finished) return <Outcome of={state.told!} again={() => { setFixedId(''); setData({}); setState(STILL); done(); }} />;
  return (
    <form class="desk-form" ref={form} noValidate aria-label={typeTitle(type.name)} onSubmit={(e) => { e.preventDefault(); void send(false); }}>
      <Elsewhere reasons={state.reasons} schema={schema} />
      <SubjectPicker kinds={type.subjects} value={subject} set={setSubject} fixed={mended?.draft !== undefined} wrong={within(state.reasons, '/subject').length > 0} />
      <Fields type={type} schema={schema} data={data} set={setData} reasons={state.reasons} subject={subject} />
      {fixedId ? <p class="fine">{w.desk.id}: <code dir="ltr">{fixedId}</code></p> : null}
      <p class="desk-acts">
        <button type="button" class="act second" disabled={state.busy} onClick={() => void send(true)}>{w.desk.check}</button>
        <button type="submit" class="act" disabled={state.busy}>{mended?.draft ? w.desk.keepDraft : desk.me.duty ? w.desk.prepare : w.desk.send}</button>
      </p>
      <div role="status" class="desk-told">
        {state.busy ? w.desk.working : null}
        {state.trouble ? <p class="desk-wrong"><Unsaid trouble={state.trouble} /> {w.desk.sendAgainSafe}</p> : null}
        {state.told ? <Said told={state.told} dryRun={state.dryRun} /> : null}
      </div>
    </form>
  );
}

function Said({ told, dryRun }: { told: Submission; dryRun: boolean }) {
  if (told.decision === 'refused') return <p class="desk-wrong">{dryRun ? w.desk.wouldBeRefused(told.reasons.length) : w.desk.wasRefused(told.reasons.length)}</p>;
  return <p class="desk-right"><b aria-hidden="true">✓</b> {w.desk.wouldBeAdmitted(told.standing ? w.signs.standing[told.standing] : '')}</p>;
}

// Reasons that belong to no field of the form.
function Elsewhere({ reasons, schema }: { reasons: Reason[]; schema: Schema }) {
  const names = Object.keys(schema.properties ?? {});
  const rest = reasons.filter((r) => !names.some((n) => r.pointer === `/data/${n}` || r.pointer.startsWith(`/data/${n}/`)));
  return rest.length === 0 ? null : <div class="form-reasons desk-wrong" tabIndex={-1}><Reasons reasons={rest} /></div>;
}

function Fields({ type, schema, data, set, reasons, subject }: { type: EventType; schema: Schema; data: Data; set: (data: Data) => void; reasons: Reason[]; subject: string }) {
  const named = useNamed();
  const lists = (pointer: string) => { const kind = listOf(type.name, pointer); return kind ? `known-${kind}` : undefined; };
  return (
    <>
      {KINDS.map((kind) => <datalist key={kind} id={`known-${kind}`}>{named(kind).map(([id, name]) => <option key={id} value={id}>{name}</option>)}</datalist>)}
      <Members of={schema} value={data} set={set} pointer="/data" reasons={reasons} context={{ lists, refersTo: type.refers_to, subject }} />
    </>
  );
}
