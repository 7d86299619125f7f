// Who came, by kind of stakeholder and by country; numbers of people only where somebody told them.
import { w } from '../language';
import { Link } from '../parts/link';
import { path, toPage } from '../place';
import { nameOf, useRegistry } from '../registry';
import { count, plainly } from '../say';
import type { MeetingRoom, Sum } from '../meetings/api';

const NOBODY: Sum = { delegations: 0, people: 0, young_people: 0, without_figures: 0 };

export function Delegations({ room }: { room: MeetingRoom }) {
  const d = room.delegations;
  const said = new Map(room.contributions_by_kind.map((k) => [k.kind, k.contributions]));
  const kinds = [...d.by_kind, ...room.contributions_by_kind.filter((k) => !d.by_kind.some((one) => one.kind === k.kind)).map((k) => ({ ...NOBODY, kind: k.kind }))];
  const { countries } = useRegistry();
  return (
    <section class="delegations" id="delegations" aria-labelledby="delegations-title">
      <h2 id="delegations-title">{w.meeting.delegationsTitle}</h2>
      {d.delegations === 0 ? <p>{w.meeting.noDelegations}</p> : null}
      {kinds.length === 0 ? null : (
        <>
          {d.delegations === 0 ? null : <p>{w.meeting.delegationsLead(d.delegations, d.people, d.young_people, d.without_figures)}</p>}
          <Sums label={w.meeting.kind} rows={kinds.map((k) => ({ ...k, said: said.get(k.kind) ?? 0, key: k.kind ?? '', name: k.kind ? (w.terms.kinds[k.kind] ?? plainly(k.kind).toLowerCase()) : w.meeting.untoldFigure }))} />
          {d.by_country.length === 0 ? null : <details class="screen">
            <summary>{w.meeting.byCountry}</summary>
            <Sums label={w.meeting.ofCountry} rows={d.by_country.map((c) => ({ ...c, key: c.country ?? '', name: c.country ? nameOf(countries.get(c.country), c.country) : w.meeting.noCountry, code: c.country ?? '' }))} />
          </details>}
        </>
      )}
    </section>
  );
}

function Sums({ label, rows }: { label: string; rows: (Sum & { key: string; name: string; code?: string; said?: number })[] }) {
  return (
    <table class="sums" aria-label={label}>
      <thead><tr><th scope="col">{label}</th>{[w.meeting.number, w.meeting.people, w.meeting.youngPeople, ...(rows[0]?.said === undefined ? [] : [w.meeting.saidBy])].map((name) => <th scope="col" class="n" key={name}>{name}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-key={row.key}>
            <th scope="row">{row.code ? <Link to={toPage(path`/countries/${row.code}`)}>{row.name}</Link> : row.name}</th>
            <td class="n">{count(row.delegations)}</td>
            {row.without_figures === row.delegations && row.delegations > 0 ? <td class="n" colSpan={2}><small>{w.meeting.untoldFigure}</small></td> : <><td class="n">{count(row.people)}</td><td class="n">{count(row.young_people)}</td></>}
            {row.said === undefined ? null : <td class="n" data-said={row.said}>{count(row.said)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
