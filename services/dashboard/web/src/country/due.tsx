// What falls due within a year and what is overdue: commitments, plans and mandates that run out, reports of companies.
import { useAsked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { Section } from '../parts/section';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { date, item } from '../say';
import type { Reminder, Reminders } from './api';

const WITHIN = { within: '365', limit: '500' };

export function Due({ code }: { code: string }) {
  const { place } = usePlace();
  const address = path`/v1/countries/${code}/reminders`;
  const told = useAsked<Reminders>(address + asked(place, WITHIN), false);
  const words = w.country.reminders;
  const columns: Column<Row>[] = [
    { id: 'day', head: words.day, kind: 'date', by: (r) => r.due, cell: (r) => date(r.due) },
    { id: 'state', head: words.state, kind: 'short', by: (r) => r.state, cell: (r) => (r.state === 'overdue' ? <strong class="is-overdue">{words.states.overdue}</strong> : words.states.due) },
    { id: 'kind', head: words.kind, kind: 'short', by: (r) => words.kinds[r.kind], cell: (r) => words.kinds[r.kind] },
    { id: 'what', head: words.what, rowHead: true, by: (r) => r.title, cell: (r) => <What of={r} code={code} /> },
    { id: 'incharge', head: words.incharge, cell: (r) => <small><Told>{r.focal_points.join(w.signs.join)}</Told></small> },
  ];
  return (
    <Section id="due" title={w.country.sections.due} asked={told} csv={address + asked(place, { ...WITHIN, format: 'csv' })} empty={(a) => a.reminders.length === 0 && words.fill}>
      {(a) => (
        <>
          <p class="lead">{words.lead(a.due, a.overdue)} <span class="fine screen"><a href={path`/v1/countries/${code}/reminders.atom`}>{words.feed}</a> · <a href={path`/v1/countries/${code}/reminders.ics`}>{words.calendar}</a></span></p>
          <Table name="due" label={w.country.sections.due} columns={columns} rows={gathered(a.reminders)} keyOf={(r) => r.id} order="-day" first={20} data={(r) => ({ 'data-reminder': r.id, 'data-state': r.state, 'data-earlier': String(r.earlier) })} />
        </>
      )}
    </Section>
  );
}

interface Row extends Reminder { earlier: number; first: string }

// A company that owes many a year's report is one row, not twenty: its latest, with how many came before.
function gathered(all: Reminder[]): Row[] {
  const rows: Row[] = [], owed = new Map<string, Row>();
  for (const r of [...all].sort((a, b) => b.due.localeCompare(a.due))) {
    const latest = r.kind === 'code_of_conduct' && r.state === 'overdue' ? owed.get(r.subject) : undefined;
    if (latest) { latest.earlier++; latest.first = r.due; continue; }
    const row = { ...r, earlier: 0, first: r.due };
    rows.push(row);
    if (r.kind === 'code_of_conduct' && r.state === 'overdue') owed.set(r.subject, row);
  }
  return rows;
}

function What({ of, code }: { of: Row; code: string }) {
  if (of.commitment && of.subject === 'country/' + code)
    return <Link to={{ why: `${code}/${of.commitment}` }}><b>{item(of.commitment)}</b> <Told>{of.detail ?? of.title}</Told></Link>;
  const organisation = of.subject.startsWith('organisation/') ? of.subject.slice('organisation/'.length) : '';
  const text = <><Told>{of.title}</Told>{of.earlier > 0 ? <small> {w.country.reminders.earlier(of.earlier, of.first)}</small> : null}</>;
  if (of.kind === 'code_of_conduct' && organisation) return <Link to={toPage(path`/code-of-conduct/${organisation}`)}>{text}</Link>;
  const part = { plan: '#plans', focal_point: '#focal-points', rapporteur: '#rapporteurs' }[of.kind as string];
  return part ? <a href={part}>{text}</a> : text;
}
