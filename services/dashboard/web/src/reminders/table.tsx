// One line a thing: its day, how far off, whose it is, what it is, which office has it.
import { w } from '../language';
import { Link } from '../parts/link';
import { Told } from '../parts/told';
import { path, toPage } from '../place';
import { nameOf, useRegistry } from '../registry';
import { date, item, sentence } from '../say';
import type { Reminder } from './api';

export function Table({ list, label }: { list: Reminder[]; label: string }) {
  return (
    <table class="list due-list" aria-label={label}>
      <thead><tr>{[w.reminders.when, w.reminders.howLong, w.reminders.who, w.reminders.what, w.reminders.officeHead].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
      <tbody>{list.map((r) => <Line key={r.id} r={r} />)}</tbody>
    </table>
  );
}

function Line({ r }: { r: Reminder }) {
  const [kind = '', id = ''] = r.subject.split('/');
  const country = kind === 'country' ? id : '';
  return (
    <tr data-reminder={r.id} data-state={r.state}>
      <td class="date">{date(r.due)}</td>
      <td class={r.state === 'overdue' ? 'far over' : 'far'}>{r.days < 0 ? w.reminders.agoDays(-r.days) : w.reminders.inDays(r.days)}</td>
      <td data-label={w.reminders.who}><Whose kind={kind} id={id} /></td>
      <th scope="row">
        {r.commitment ? (
          <><b>{item(r.commitment)}</b> {country ? <Link to={{ why: `${country}/${r.commitment}` }}><Told>{r.detail ?? r.title}</Told></Link> : <Told>{r.detail ?? r.title}</Told>}</>
        ) : (
          <><span class="kind">{sentence(w.reminders.kinds[r.kind])}</span> <Told>{r.title}</Told></>
        )}
      </th>
      <td data-label={w.reminders.officeHead}>{r.focal_points.length > 0 ? <Told>{r.focal_points.join(', ')}</Told> : <small>{w.reminders.noOffice}</small>}</td>
    </tr>
  );
}

function Whose({ kind, id }: { kind: string; id: string }) {
  const { countries, regions } = useRegistry();
  if (kind === 'country') return <Link to={toPage(path`/countries/${id}`)}>{nameOf(countries.get(id), id)}</Link>;
  return <>{kind === 'region' ? nameOf(regions.get(id), id) : id}</>;
}
