// What was sent and what became of it: counts, filters, a table with the reasons in words, and the way to mend.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { w } from '../language';
import { Choice } from '../parts/controls';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { Section } from '../parts/section';
import { usePlace } from '../place';
import { recordOf, typeTitle } from '../record';
import { compare, count, moment } from '../say';
import type { Submission, Submissions, Summary } from './api';
import { Decision, Reasons } from './reasons';
import { save } from './save';
import { remembered, useDesk, useMine } from './session';
import { SubjectName } from './subject';

const MOST = '10000';

export function Sent() {
  const { ask, version, changed } = useDesk();
  const { place } = usePlace();
  const { more } = place;
  const query = new URLSearchParams(Object.entries({ decision: more.state ?? '', since: more.since ?? '', limit: MOST }).filter(([, v]) => v));
  const since = more.since ? '?since=' + encodeURIComponent(more.since) : '';
  const [nudge, setNudge] = useState(0);
  const again = `${version}/${nudge}`;
  const list = useMine<Submissions>(ask, '/v1/submissions?' + query, again);
  const summary = useMine<Summary>(ask, '/v1/submissions/summary' + since, again);
  const pending = list.answer?.submissions.some((s) => s.decision === 'pending');
  useEffect(() => { if (!pending) return; const timer = setTimeout(() => setNudge((n) => n + 1), 2000); return () => clearTimeout(timer); }, [pending, list.answer]);
  const csv = () => void ask('/v1/submissions?' + query + '&format=csv', { accept: 'text/csv' }).then(({ text }) => save('submissions.csv', text));
  return (
    <>
      <Section id="sums" title={w.desk.sums} asked={summary} empty={(s) => s.types.length === 0 && w.desk.nothingSent}>{(s) => <Sums of={s} />}</Section>
      <section class="part desk-list" aria-labelledby="sent-title">
        <h2 id="sent-title">{w.desk.sent}</h2>
        <Filters types={summary.answer?.types.map((t) => t.type) ?? []} />
        <Section id="sent-list" title={w.desk.list} asked={list} empty={(a) => a.submissions.length === 0 && w.desk.noneLikeThis}>
          {(a) => <List all={a.submissions} more={a.next !== null} type={more.kind ?? ''} />}
        </Section>
        <p class="desk-acts screen"><button type="button" class="desk-plain" onClick={csv}>{w.shell.csv}</button> <button type="button" class="desk-plain" onClick={changed}>{w.desk.lookAgain}</button></p>
      </section>
    </>
  );
}

function Sums({ of }: { of: Summary }) {
  const sum = (pick: 'admitted' | 'refused') => of.types.reduce((n, t) => n + t[pick], 0);
  const codes = new Map<string, number>();
  for (const r of of.reasons) codes.set(r.code, (codes.get(r.code) ?? 0) + r.count);
  const columns: Column<Summary['types'][number]>[] = [
    { id: 'type', head: w.desk.type, cell: (t) => typeTitle(t.type), by: (t) => typeTitle(t.type), rowHead: true },
    { id: 'admitted', head: w.desk.decisions.admitted, cell: (t) => count(t.admitted), by: (t) => t.admitted, kind: 'number' },
    { id: 'refused', head: w.desk.decisions.refused, cell: (t) => count(t.refused), by: (t) => t.refused, kind: 'number' },
  ];
  return (
    <>
      <p class="lead" data-admitted={sum('admitted')} data-refused={sum('refused')}>{w.desk.total(sum('admitted'), sum('refused'))}</p>
      {codes.size > 0 ? <ul class="desk-codes" aria-label={w.desk.byReason}>{[...codes].sort((a, b) => b[1] - a[1]).map(([code, n]) => <li key={code}>{w.desk.codes[code] ?? code} <span class="fine">{count(n)}</span></li>)}</ul> : null}
      <details><summary>{w.desk.byType}</summary><Table name="by" label={w.desk.byType} columns={columns} rows={of.types} keyOf={(t) => t.type} order="type" /></details>
    </>
  );
}

function Filters({ types }: { types: string[] }) {
  const { place, go } = usePlace();
  const { more } = place;
  const turn = (change: Record<string, string>) => go({ more: { ...more, ...change } }, 'replace');
  return (
    <form class="sieve screen" aria-label={w.desk.filters} onSubmit={(e) => e.preventDefault()}>
      <Choice label={w.desk.state} value={more.state ?? ''} go={(state) => turn({ state })} options={[['', w.desk.anyState], ...(['admitted', 'refused', 'pending'] as const).map((d): [string, string] => [d, w.desk.decisions[d]])]} />
      <Choice label={w.desk.type} value={more.kind ?? ''} go={(kind) => turn({ kind })} options={[['', w.desk.anyType], ...types.map((t): [string, string] => [t, typeTitle(t)]).sort((a, b) => compare(a[1], b[1]))]} />
      <label class="field"><span class="name">{w.desk.since}</span><input type="date" value={more.since ?? ''} onChange={(e) => turn({ since: e.currentTarget.value })} /></label>
    </form>
  );
}

function List({ all, more, type }: { all: Submission[]; more: boolean; type: string }) {
  const desk = useDesk();
  const rows = useMemo(() => all.filter((s) => !type || s.type === type).sort((a, b) => (b.recordedtime ?? '~').localeCompare(a.recordedtime ?? '~')), [all, type]);
  const columns: Column<Submission>[] = [
    { id: 'what', head: w.desk.event, rowHead: true, by: (s) => typeTitle(s.type ?? ''), cell: (s) => <>{typeTitle(s.type ?? '')}<br /><span class="fine">{s.decision === 'admitted' ? <a href={recordOf(s)}><Told spoken>{s.id}</Told></a> : <Told spoken>{s.id}</Told>}</span></> },
    { id: 'subject', head: w.desk.subject, by: (s) => s.subject, cell: (s) => <SubjectName of={s.subject ?? ''} /> },
    { id: 'decision', head: w.desk.state, kind: 'short', by: (s) => s.decision, cell: (s) => <Decision of={s.decision} /> },
    { id: 'when', head: w.desk.decided, kind: 'date', by: (s) => s.recordedtime ?? null, cell: (s) => (s.recordedtime ? moment(s.recordedtime) : '') },
    { id: 'reasons', head: w.desk.reasons, cell: (s) => <><Reasons reasons={s.reasons} />{s.warning ? <p class="fine"><Told>{s.warning}</Told></p> : null}{s.decision === 'refused' ? <Mending of={s} mend={desk.mend} /> : null}</> },
  ];
  if (rows.length === 0) return <p class="quiet">{w.desk.noneLikeThis}</p>;
  return (
    <>
      {more ? <p class="fine">{w.desk.moreThan(all.length)}</p> : null}
      <Table name="by-sent" label={w.desk.list} columns={columns} rows={rows} keyOf={(s) => `${s.position} ${s.source} ${s.id}`} first={50} data={(s) => ({ 'data-id': s.id, 'data-decision': s.decision })} />
    </>
  );
}

function Mending({ of, mend }: { of: Submission; mend: ReturnType<typeof useDesk>['mend'] }) {
  const event = remembered(of);
  if (!event) return <p class="fine">{w.desk.notKept}</p>;
  return <p><button type="button" class="desk-plain" onClick={() => mend({ event, reasons: of.reasons })}>{w.desk.mend}</button></p>;
}
