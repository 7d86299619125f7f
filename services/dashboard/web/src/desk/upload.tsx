// A spreadsheet dropped on the page: checked first, row by row; sent when its owner says so, with the progress shown.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Trouble } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Choice } from '../parts/controls';
import { Told } from '../parts/told';
import { typeTitle } from '../record';
import { compare, count, percent } from '../say';
import type { EventType } from './api';
import { EMPTY, type Held, held as heldBefore, keep } from './held';
import { eventsOf } from './mendable';
import { SheetRows } from './rows';
import { forget, run, unanswered } from './run';
import { save } from './save';
import { remember, useDesk } from './session';
import { refusedRows, type Sheet, sheetOf } from './sheet';
import { asTrouble, Unsaid } from './trouble';

export function Upload() {
  const desk = useDesk();
  const [held, hold] = useState<Held>(heldBefore);
  const [over, setOver] = useState(false);
  const under = useRef(new AbortController()); // what is under way
  const put = (change: Partial<Held>) => hold(keep({ ...heldBefore(), ...change }));
  useEffect(() => () => {
    under.current.abort();
    if (isBusy(heldBefore())) keep({ ...heldBefore(), step: 'stopped', trouble: new Trouble(0, 'left', 'Stopped.') });
  }, []);
  const go = async (sheet: Sheet, dryRun: boolean) => {
    under.current.abort();
    const { signal } = (under.current = new AbortController());
    const tell = (change: Partial<Held>) => { if (!signal.aborted) put({ ...change, sheet: { ...sheet } }); };
    tell({ dryRun, step: dryRun ? 'checking' : 'sending', trouble: null, share: 0 });
    try {
      if (!dryRun) await rememberAll(sheet, desk.me.source);
      await run(sheet, { token: desk.token, dryRun, drafting: desk.me.duty !== null, signal, moved: (share) => tell({ share }) });
      tell({ step: dryRun ? 'checked' : 'sent' });
    } catch (error) {
      tell({ step: 'stopped', trouble: asTrouble(error) });
    }
    if (!dryRun) desk.changed();
  };
  const anew = (sheet: Sheet, dryRun: boolean) => { forget(sheet); void go(sheet, dryRun); };
  const take = async (file: File | undefined) => { if (file && held.step !== 'sending') anew(sheetOf(file.name, await file.text()), true); };
  const { sheet, step } = held;
  return (
    <section class="part" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{w.desk.sheet}</h2>
      <p class="quiet">{w.desk.sheetDeck}</p>
      <div class={over ? 'desk-drop is-over' : 'desk-drop'} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(e) => { e.preventDefault(); setOver(false); void take(e.dataTransfer?.files[0]); }}>
        <label class="field"><span class="name">{w.desk.dropHere}</span><input type="file" class="heard" disabled={step === 'sending'} accept=".csv,.ndjson,.jsonl,.json,text/csv,application/x-ndjson" onChange={(e) => { void take(e.currentTarget.files?.[0]); e.currentTarget.value = ''; }} /><span class="act second">{w.desk.choose}</span></label>
      </div>
      {sheet ? <Progress held={held} /> : <Templates />}
      {sheet && !isBusy(held) ? <Acts held={held} send={() => anew(sheet, false)} goOn={() => void go(sheet, false)} check={() => anew(sheet, true)} away={() => put(EMPTY)} /> : null}
      {sheet ? <SheetRows sheet={sheet} dryRun={held.dryRun} /> : null}
    </section>
  );
}

const isBusy = ({ step }: Held): boolean => step === 'checking' || step === 'sending';

async function rememberAll(sheet: Sheet, source: string): Promise<void> {
  for (const event of await eventsOf(sheet, source)) if (event) remember(event);
}

function Progress({ held }: { held: Held }) {
  const { share, step, dryRun: dry } = held;
  const sheet = held.sheet!;
  const told = sheet.rows.filter((r) => r.told);
  const of = (decision: string) => told.filter((r) => r.told!.decision === decision).length;
  const doing = step === 'checking' ? w.desk.checking : w.desk.sending;
  return (
    <div class="desk-progress" role="status" data-step={step}>
      <p><strong><Told spoken>{sheet.name}</Told></strong> {sheet.rows.length > 0 ? w.desk.rows(sheet.rows.length) : w.desk.noRows}</p>
      {isBusy(held) ? <p><progress max={1} value={share} aria-label={doing} /> {doing} {percent(share)}</p> : null}
      {told.length > 0 ? <p>{(dry ? w.desk.checkedSum : w.desk.sentSum)(count(of('admitted') + (dry ? 0 : of('draft'))), count(of('refused')), count(of('pending')))}</p> : null}
      {step === 'checked' ? <RegistryFirst sheet={sheet} /> : null}
      {step === 'stopped' ? <Stopped held={held} left={unanswered(sheet).length} /> : null}
    </div>
  );
}

// A check judges rows by the registry as it stands, without what the same file would enter there.
function RegistryFirst({ sheet }: { sheet: Sheet }) {
  const { types } = useAsked<{ types: EventType[] }>('/v1/types', false).answer ?? { types: [] };
  const entries = new Set(types.filter((t) => t.area === 'registry').map((t) => t.type));
  const enters = sheet.rows.some((r) => r.told && entries.has(r.told.type ?? ''));
  const lacks = sheet.rows.some((r) => r.told?.reasons.some((reason) => reason.code === 'unknown_reference' || reason.code === 'unknown_subject'));
  return enters && lacks ? <p class="quiet">{w.desk.registryFirst}</p> : null;
}

function Stopped({ held: { trouble, dryRun }, left }: { held: Held; left: number }) {
  return (
    <p class="desk-wrong">
      {trouble?.code === 'left' ? w.desk.youLeft : <Unsaid trouble={trouble} />} {left > 0 ? w.desk.unanswered(left) : ''} {dryRun ? '' : w.desk.goOnSafe}
    </p>
  );
}

function Acts({ held: { sheet, step, dryRun }, send, goOn, check, away }: { held: Held; send: () => void; goOn: () => void; check: () => void; away: () => void }) {
  const { me } = useDesk();
  const left = sheet!.rows.filter((r) => !r.mended).length;
  const some = sheet!.rows.some((r) => r.told?.decision === 'refused');
  return (
    <p class="desk-acts">
      {step === 'checked' && left > 0 ? <button type="button" class="act" onClick={send}>{me.duty ? w.desk.prepareRows(left) : w.desk.sendRows(left)}</button> : null}
      {step === 'stopped' && !dryRun ? <button type="button" class="act" onClick={goOn}>{w.desk.goOn}</button> : null}
      {step !== 'sent' && left > 0 ? <button type="button" class="act second" onClick={check}>{w.desk.checkAgain}</button> : null}
      {some ? <button type="button" class="act second" onClick={() => save(`refused-${sheet!.name}`, refusedRows(sheet!))}>{w.desk.refusedRows}</button> : null}
      <button type="button" class="desk-plain" onClick={away}>{w.desk.putAway}</button>
    </p>
  );
}

function Templates() {
  const { me } = useDesk();
  const [name, setName] = useState('');
  const types = useAsked<{ types: EventType[] }>('/v1/types', false).answer?.types ?? [];
  const options = types.filter((t) => !t.registrar_only || me.registrar).map((t): [string, string] => [t.name, typeTitle(t.name)]).sort((a, b) => compare(a[1], b[1]));
  return (
    <div class="templates desk-form">
      <Choice label={w.desk.template} value={name} go={setName} options={[['', w.desk.choose], ...options]} />
      {name ? <p><a href={`/v1/templates/${encodeURIComponent(name)}.csv`} download={`${name}.csv`}>{w.desk.getTemplate}</a></p> : <p class="fine">{w.desk.templateHint}</p>}
    </div>
  );
}
