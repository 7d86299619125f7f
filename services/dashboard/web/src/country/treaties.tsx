// What a country did about each treaty, and what it said about it: asked of every treaty of which anything is recorded.
import { useAsked } from '../asking';
import { useAskedAll } from '../asking-many';
import type { Bound, Instrument, InstrumentLine, Instruments } from '../instruments/api';
import { w } from '../language';
import { Link } from '../parts/link';
import { Section } from '../parts/section';
import { type Column, Table } from '../parts/table';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { isSpoken, nameOf } from '../registry';
import { date, plainly } from '../say';

interface Row { instrument: InstrumentLine; bound: Bound }

export function Treaties({ code }: { code: string }) {
  const { place } = usePlace();
  const list = useAsked<Instruments>('/v1/instruments' + asked(place), false);
  const told = (list.answer?.instruments ?? []).filter((i) => i.parties + i.signatories_only > 0);
  const each = useAskedAll<Instrument>(told.map((i) => path`/v1/instruments/${i.instrument}` + asked(place)));
  const words = w.country.treaties;
  const rows = (each.answer ?? []).flatMap((i): Row[] => i.countries.filter((c) => c.country === code && (c.status !== 'none' || c.statements.length > 0)).map((bound) => ({ instrument: i, bound })));
  const silent = (list.answer?.instruments ?? []).filter((i) => !rows.some((r) => r.instrument.instrument === i.instrument));
  return (
    <Section id="treaties" title={w.country.sections.treaties} asked={told.length > 0 || !list.answer ? each : { ...list, answer: [] }} empty={() => rows.length === 0 && words.fill}>
      {() => (
        <>
          <Table name="treaties" label={w.country.sections.treaties} columns={columns()} rows={rows} keyOf={(r) => r.instrument.instrument} data={(r) => ({ 'data-instrument': r.instrument.instrument, 'data-status': r.bound.status })} />
          {silent.length > 0 ? <p class="fine">{words.silent} {silent.map((i, at) => <span key={i.instrument}>{at > 0 ? w.signs.join : ''}<Link to={toPage(path`/instruments/${i.instrument}`)}><Told>{i.short_name || nameOf(i, i.instrument)}</Told></Link></span>)}</p> : null}
        </>
      )}
    </Section>
  );
}

function columns(): Column<Row>[] {
  const words = w.instruments;
  const day = (of: (b: Bound) => string | null) => ({ kind: 'date' as const, by: (r: Row) => of(r.bound), cell: (r: Row) => { const given = of(r.bound); return given ? date(given) : ''; } });
  return [
    { id: 'treaty', head: w.country.treaties.treaty, rowHead: true, by: (r) => nameOf(r.instrument, r.instrument.instrument), cell: (r) => <><Link to={toPage(path`/instruments/${r.instrument.instrument}`)}><Name of={r.instrument} id={r.instrument.instrument} /></Link><Said of={r.bound} /></> },
    { id: 'status', head: words.status, kind: 'short', by: (r) => r.bound.status, cell: (r) => <><span class={'bond ' + r.bound.status}>{words.bond[r.bound.status]}</span>{r.bound.disputed ? <small> {words.disputed}</small> : null}{r.bound.denounced_on ? <small> {words.denounced(r.bound.denounced_on)}</small> : null}</> },
    { id: 'signed', head: words.signed, ...day((b) => b.signed_on) },
    { id: 'bound', head: words.boundOn, ...day((b) => b.bound_on) },
    { id: 'form', head: words.form, kind: 'short', by: (r) => r.bound.form, cell: (r) => (r.bound.form ? words.forms[r.bound.form] ?? plainly(r.bound.form).toLowerCase() : '') },
    { id: 'force', head: words.force, ...day((b) => b.in_force_on) },
  ];
}

// Its reservations, declarations and objections, under the treaty's name.
function Said({ of }: { of: Bound }) {
  const words = w.country.treaties;
  if (of.statements.length === 0) return null;
  return (
    <ul class="tight under">
      {of.statements.map((s) => <li key={s.events.join()}>{w.instruments.kinds[s.kind]}{w.signs.join}{words.made(s.made_on)}{s.withdrawn_on ? w.signs.join + words.withdrawn(s.withdrawn_on) : ''} <Told spoken={isSpoken(undefined)}>{s.summary}</Told></li>)}
    </ul>
  );
}
