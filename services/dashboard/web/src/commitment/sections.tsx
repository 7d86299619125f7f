// What meets the promise, which other promises count as the same, and how late what was done came to be known.
import type { Cell, Clocks, Framework, Told as Record_ } from '../api';
import { type Asked, useAsked } from '../asking';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Link } from '../parts/link';
import { Section } from '../parts/section';
import { kindOf, sentenceOf, Tile } from '../parts/signs';
import { type Column, Table } from '../parts/table';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { count, date, item, plainly } from '../say';
import type { Instruments } from '../instruments/api';
import { daysBetween, rank } from './late';
import { actInWords, type Item } from './rule';

export type Entry = Framework['commitments'][number] & { superseded?: { by?: string[]; superseded_on?: string; reason?: string } | null };

export function Rule({ entry }: { entry: Entry }) {
  const { frameworks } = useRegistry();
  const instruments = useAsked<Instruments>('/v1/instruments', false);
  const names = new Map(instruments.answer?.instruments.map((i) => [i.instrument, i]));
  const words = w.rules;
  const { all_of = [], partly = [], report_counts } = entry.evidence;
  const said = (items: Item[]) => items.map((i) => actInWords(i, (id) => nameOf(frameworks.get(id), id), (id) => names.get(id)?.short_name || id.toUpperCase()));
  const list = (items: Item[]) => <ul class="bullets">{said(items).map((s) => <li key={s}>{s}</li>)}</ul>;
  return (
    <section id="rule" class="part" aria-labelledby="rule-title">
      <h2 id="rule-title">{w.commitment.sections.rule}</h2>
      {all_of.length > 0 ? <><p>{all_of.length > 1 ? words.allOf : words.oneOf}</p>{list(all_of)}</> : <p>{words.onlyReport}</p>}
      {partly.length > 0 ? <><p>{words.partly}</p>{list(partly)}</> : null}
      {all_of.length > 0 && report_counts !== false ? <p class="fine">{words.reportToo}</p> : null}
    </section>
  );
}

export interface OwnCell extends Clocks { commitment: { from?: { meeting: string; recommendation: string } }; cell: Omit<Cell, 'country'>; same_promise?: Cell[] }

// Which other promises the registry counts as the same.
export function SamePromise({ asked: cell }: { asked: Asked<OwnCell> }) {
  const { frameworks } = useRegistry();
  const about = (other: string) => frameworks.get(other.split('/')[0]!)?.commitments.find((c) => c.id === other);
  return (
    <Section id="same" title={w.commitment.sections.same} asked={cell} empty={(a) => (a.same_promise ?? []).length === 0 && w.commitment.sameNone}>
      {(a) => (
        <>
          <p>{w.commitment.sameLead}</p>
          <ul class="bullets">
            {(a.same_promise ?? []).map((c) => <li key={c.commitment}><Link to={toPage(path`/commitments/${c.commitment}`)}><b>{item(c.commitment)}</b> <Told>{about(c.commitment)?.wording ?? c.commitment}</Told></Link> <small><Name of={frameworks.get(c.commitment.split('/')[0]!)} id={c.commitment.split('/')[0]!} /></small></li>)}
          </ul>
        </>
      )}
    </Section>
  );
}

// The region as one subject: what it keeps itself, beside its countries.
export function RegionItself({ own }: { own: OwnCell }) {
  const cell: Cell = { ...own.cell, country: '' };
  return <p class="itself"><span class="pair"><Tile kind={kindOf(cell)} standing={cell.standing} disputed={cell.disputed} /> <span>{w.commitment.itself(sentenceOf(cell))}</span></span></p>;
}

interface EvidenceEvent { subject: string; commitments: string[]; event: Record_ }
interface Evidence extends Clocks { events: EvidenceEvent[] }
interface Act { told: Record_; country: string; days: number }

export function Lateness({ entry, framework }: { entry: Entry; framework: string }) {
  const { place } = usePlace();
  const { countries } = useRegistry();
  const address = path`/v1/regions/${place.region}/evidence`;
  const question = { framework, theme: entry.theme };
  const told = useAsked<Evidence>(address + asked(place, question), false);
  const words = w.commitment;
  const acts: Act[] = (told.answer?.events ?? [])
    .filter((e) => e.commitments.includes(entry.id) && e.event.on && !e.event.corrects)
    .map((e) => ({ told: e.event, country: e.subject.replace(/^\w+\//, ''), days: daysBetween(e.event.on!, e.event.recordedtime) }));
  const days = acts.map((a) => a.days).sort((a, b) => a - b);
  const columns: Column<Act>[] = [
    { id: 'country', head: words.country, rowHead: true, by: (a) => nameOf(countries.get(a.country), a.country), cell: (a) => <Link to={{ why: `${a.country}/${entry.id}` }}><Name of={countries.get(a.country)} id={a.country} /></Link> },
    { id: 'act', head: words.act, by: (a) => a.told.type, cell: (a) => w.terms.types[a.told.type] ?? plainly(a.told.type).toLowerCase() },
    { id: 'on', head: words.on, kind: 'date', by: (a) => a.told.on, cell: (a) => date(a.told.on!) },
    { id: 'learned', head: words.learned, kind: 'date', by: (a) => a.told.recordedtime, cell: (a) => date(a.told.recordedtime) },
    { id: 'days', head: words.days, kind: 'number', by: (a) => a.days, cell: (a) => count(a.days) },
    { id: 'teller', head: words.teller, by: (a) => a.told.actor, cell: (a) => <span class="tellers"><Actor id={a.told.actor} /></span> },
  ];
  return (
    <Section id="late" title={words.sections.late} asked={told} csv={address + asked(place, { ...question, format: 'csv' })} empty={() => acts.length === 0 && words.lateNone}>
      {() => (
        <>
          <p class="lead" data-median={rank(days, 50)} data-ninth={rank(days, 90)} data-acts={days.length}>{words.lateLead(days.length, rank(days, 50), rank(days, 90))}</p>
          <p class="fine">{words.lateHint}</p>
          <Table name="acts" label={words.sections.late} columns={columns} rows={acts} keyOf={(a) => a.told.position} order="-days" first={15} data={(a) => ({ 'data-position': a.told.position, 'data-days': String(a.days) })} />
        </>
      )}
    </Section>
  );
}
