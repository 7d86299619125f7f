// A spreadsheet dropped on the page: checked first, row by row; sent when its owner says so, with the progress shown.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAsked } from '../asking';
import { w } from '../language';
import { Choice } from '../parts/controls';
import { Told } from '../parts/told';
import { compare, count, percent, sentence } from '../say';
import type { EventType } from './api';
import { EMPTY, type Held, held as heldBefore, keep } from './held';
import { SheetRows } from './rows';
import { save } from './save';
import { remember, useDesk } from './session';
import { batchesOf, eventOf, refusedRows, sendRows, settle, type Sheet, sheetOf } from './sheet';
import { typeTitle } from './types';

const A_CHECK = 900_000, A_SENDING = 256_000, MOST_ROWS = 5_000, MOST_DRAFTS = 500;

export function Upload() {
  const desk = useDesk();
  const [held, hold] = useState<Held>(heldBefore);
  const [over, setOver] = useState(false);
  const stop = useRef(new AbortController());
  const put = (change: Partial<Held>) => hold(keep({ ...heldBefore(), ...change }));
  useEffect(() => () => { stop.current.abort(); const now = heldBefore(); if (now.step === 'checking' || now.step === 'sending') keep({ ...now, step: 'stopped' }); }, []);
  const run = async (sheet: Sheet, dryRun: boolean, from: number) => {
    const batches = batchesOf(sheet, dryRun ? A_CHECK : A_SENDING, desk.me.duty ? MOST_DRAFTS : MOST_ROWS);
    const sizes = batches.map((b) => b.reduce((n, i) => n + sheet.rows[i]!.text.length + 2, sheet.head.length));
    const whole = sizes.reduce((a, b) => a + b, 0) || 1;
    stop.current = new AbortController();
    put({ sheet, dryRun, step: dryRun ? 'checking' : 'sending', trouble: '', share: 0, done: from });
    for (let n = from; n < batches.length; n++) {
      const before = sizes.slice(0, n).reduce((a, b) => a + b, 0);
      try {
        const told = await sendRows(sheet, batches[n]!, { token: desk.token, dryRun, signal: stop.current.signal, onProgress: (loaded) => put({ share: Math.min(1, (before + Math.min(loaded, sizes[n]!)) / whole) }) });
        for (const [i, at] of batches[n]!.entries()) sheet.rows[at]!.told = dryRun ? told[i]! : await settle(desk.token, told[i]!);
        put({ sheet: { ...sheet }, done: n + 1, share: (before + sizes[n]!) / whole });
      } catch (error) {
        return put({ step: 'stopped', done: n, trouble: error instanceof Error ? error.message : String(error) });
      }
    }
    put({ step: dryRun ? 'checked' : 'sent', share: 1 });
    if (!dryRun) desk.changed();
  };
  const take = async (file: File | undefined) => { if (file) await run(sheetOf(file.name, await file.text()), true, 0); };
  const send = async (from: number) => {
    const { sheet } = held;
    if (!sheet) return;
    await rememberAll(sheet, desk.me.source);
    if (from === 0) for (const row of sheet.rows) if (!row.mended) row.told = null;
    await run(sheet, false, from);
  };
  const { sheet, step } = held;
  return (
    <section class="part" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{w.desk.sheet}</h2>
      <p class="quiet">{w.desk.sheetDeck}</p>
      <div class={over ? 'desk-drop is-over' : 'desk-drop'} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(e) => { e.preventDefault(); setOver(false); void take(e.dataTransfer?.files[0]); }}>
        <label class="field"><span class="name">{w.desk.dropHere}</span><input type="file" accept=".csv,.ndjson,.jsonl,.json,text/csv,application/x-ndjson" onChange={(e) => { void take(e.currentTarget.files?.[0]); e.currentTarget.value = ''; }} /></label>
      </div>
      <Templates />
      {sheet ? <Progress held={held} /> : null}
      {sheet && step !== 'checking' && step !== 'sending' ? <Acts held={held} send={send} check={() => void run(sheet, true, 0)} away={() => put(EMPTY)} /> : null}
      {sheet ? <SheetRows sheet={sheet} dryRun={held.dryRun} /> : null}
    </section>
  );
}

async function rememberAll(sheet: Sheet, source: string): Promise<void> {
  const { eventsOf } = await import('./mendable');
  for (const event of await eventsOf(sheet, source, eventOf)) if (event) remember(event);
}

function Progress({ held: { sheet, step, share, trouble, dryRun: dry } }: { held: Held }) {
  const told = sheet!.rows.filter((r) => r.told);
  const of = (decision: string) => told.filter((r) => r.told!.decision === decision).length;
  const busy = step === 'checking' || step === 'sending';
  return (
    <div class="desk-progress" role="status" data-step={step}>
      <p><strong><Told spoken>{sheet!.name}</Told></strong> {w.desk.rows(sheet!.rows.length)}</p>
      {busy ? <p><progress max={1} value={share} aria-label={step === 'checking' ? w.desk.checking : w.desk.sending} /> {step === 'checking' ? w.desk.checking : w.desk.sending} {percent(share)}</p> : null}
      {told.length > 0 ? <p>{(dry ? w.desk.checkedSum : w.desk.sentSum)(count(of('admitted') + (dry ? 0 : of('draft'))), count(of('refused')), count(of('pending')))}</p> : null}
      {trouble ? <p class="desk-wrong"><Told>{sentence(trouble)}</Told> {w.desk.goOnSafe}</p> : null}
    </div>
  );
}

function Acts({ held: { sheet, step, done, dryRun }, send, check, away }: { held: Held; send: (from: number) => void; check: () => void; away: () => void }) {
  const { me } = useDesk();
  const left = sheet!.rows.filter((r) => !r.mended).length;
  const some = sheet!.rows.some((r) => r.told?.decision === 'refused');
  return (
    <p class="desk-acts">
      {step === 'checked' && left > 0 ? <button type="button" class="act" onClick={() => send(0)}>{me.duty ? w.desk.prepareRows(left) : w.desk.sendRows(left)}</button> : null}
      {step === 'stopped' && !dryRun ? <button type="button" class="act" onClick={() => send(done)}>{w.desk.goOn}</button> : null}
      {step !== 'sent' ? <button type="button" class="act second" onClick={check}>{w.desk.checkAgain}</button> : null}
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
