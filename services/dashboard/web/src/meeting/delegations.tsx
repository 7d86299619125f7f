// Who came, by kind of stakeholder and by country; numbers of people only where somebody told them.
import { w } from '../language';
import { Link } from '../parts/link';
import { path, toPage } from '../place';
import { nameOf, useRegistry } from '../registry';
import { count, plainly } from '../say';
import type { Delegations as All, Sum } from '../meetings/api';

export function Delegations({ delegations: d }: { delegations: All }) {
  const { countries } = useRegistry();
  return (
    <section class="delegations" id="delegations" aria-labelledby="delegations-title">
      <h2 id="delegations-title">{w.meeting.delegationsTitle}</h2>
      {d.delegations === 0 ? <p>{w.meeting.noDelegations}</p> : (
        <>
          <p>{w.meeting.delegationsLead(d.delegations, d.people, d.young_people, d.without_figures)}</p>
          <Sums label={w.meeting.kind} rows={d.by_kind.map((k) => ({ ...k, key: k.kind ?? '', name: k.kind ? (w.terms.kinds[k.kind] ?? plainly(k.kind).toLowerCase()) : w.meeting.untoldFigure }))} />
          <details class="screen">
            <summary>{w.meeting.byCountry}</summary>
            <Sums label={w.meeting.ofCountry} rows={d.by_country.map((c) => ({ ...c, key: c.country ?? '', name: c.country ? nameOf(countries.get(c.country), c.country) : w.meeting.noCountry, code: c.country ?? '' }))} />
          </details>
        </>
      )}
    </section>
  );
}

function Sums({ label, rows }: { label: string; rows: (Sum & { key: string; name: string; code?: string })[] }) {
  return (
    <table class="sums" aria-label={label}>
      <thead><tr><th scope="col">{label}</th>{[w.meeting.number, w.meeting.people, w.meeting.youngPeople].map((name) => <th scope="col" class="n" key={name}>{name}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-key={row.key}>
            <th scope="row">{row.code ? <Link to={toPage(path`/countries/${row.code}`)}>{row.name}</Link> : row.name}</th>
            <td class="n">{count(row.delegations)}</td>
            {row.without_figures === row.delegations ? <td class="n" colSpan={2}><small>{w.meeting.untoldFigure}</small></td> : <><td class="n">{count(row.people)}</td><td class="n">{count(row.young_people)}</td></>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
