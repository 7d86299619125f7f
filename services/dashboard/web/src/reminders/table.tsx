// One line a thing: its day, how far off, whose it is, what it is, which office has it.
import { w } from '../language';
import { Actor, actorName } from '../parts/actor';
import { Link } from '../parts/link';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { path, toPage } from '../place';
import { nameOf, useRegistry, useStakeholders } from '../registry';
import { date, item } from '../say';
import type { Reminder } from './api';

const FIRST = 40;

export function DueTable({ list, label }: { list: Reminder[]; label: string }) {
  const { countries, regions } = useRegistry();
  const actors = useStakeholders();
  const name = ({ subject }: Reminder) => {
    const [kind = '', id = ''] = subject.split('/');
    return kind === 'country' ? nameOf(countries.get(id), id) : kind === 'region' ? nameOf(regions.get(id), id) : actorName(actors, id);
  };
  const columns: Column<Reminder>[] = [
    { id: 'day', head: w.reminders.when, kind: 'date', by: (r) => r.due, cell: (r) => date(r.due) },
    { id: 'far', head: w.reminders.howLong, kind: 'short', cell: (r) => <span class={r.state === 'overdue' ? 'over' : ''}>{r.days < 0 ? w.reminders.agoDays(-r.days) : w.reminders.inDays(r.days)}</span> },
    { id: 'who', head: w.reminders.who, by: name, cell: (r) => <Whose subject={r.subject} name={name(r)} /> },
    { id: 'what', head: w.reminders.what, rowHead: true, by: (r) => r.commitment ?? r.kind, cell: (r) => <What r={r} /> },
    { id: 'office', head: w.reminders.officeHead, by: (r) => r.focal_points.join() || null, cell: (r) => (r.focal_points.length > 0 ? <Told>{r.focal_points.join(', ')}</Told> : <small>{w.reminders.noOffice}</small>) },
  ];
  return <div class="due-list"><Table name="order" label={label} columns={columns} rows={list} keyOf={(r) => r.id} first={FIRST} data={(r) => ({ 'data-reminder': r.id, 'data-state': r.state })} /></div>;
}

function What({ r }: { r: Reminder }) {
  const [kind, id] = r.subject.split('/');
  const text = <Told>{r.commitment ? (r.detail ?? r.title) : r.title}</Told>;
  if (!r.commitment) return <><span class="sort-of">{w.reminders.kinds[r.kind]}</span> {text}</>;
  return <span class="promise-line"><b>{item(r.commitment)}</b> {kind === 'country' ? <Link to={{ why: `${id}/${r.commitment}` }}>{text}</Link> : text}</span>;
}

function Whose({ subject, name }: { subject: string; name: string }) {
  const [kind, id = ''] = subject.split('/');
  if (kind === 'country') return <Link to={toPage(path`/countries/${id}`)}>{name}</Link>;
  return kind === 'organisation' ? <Actor id={id} /> : <>{name}</>;
}
