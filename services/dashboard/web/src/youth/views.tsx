// Cell by cell, the government's word and the young people's own, side by side. Where they differ stands first; then where
// only the young speak, where both do; where the young are silent is counted, and shown when asked for.
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Link } from '../parts/link';
import { Tile } from '../parts/signs';
import { Name, Told } from '../parts/told';
import { path, toPage, usePlace } from '../place';
import { useRegistry } from '../registry';
import { count, date, item, plainly } from '../say';
import type { Agreement, Side, View, YouthView } from './api';

const ORDER: Agreement[] = ['differs', 'government_silent', 'same', 'youth_silent', 'both_silent'];
const ALWAYS: Agreement[] = ['differs', 'government_silent', 'same'];
const FIRST = 60;

export function TwoViews({ answer, csv }: { answer: YouthView; csv: string }) {
  const { place } = usePlace();
  const of = (a: Agreement) => answer.views.filter((v) => v.agreement === a);
  const show = place.more.show as Agreement | undefined;
  const shown = ORDER.filter((a) => ALWAYS.includes(a) || a === show);
  const asides = (a: Agreement) => (ALWAYS.includes(a) || of(a).length === 0 ? null : <Link to={{ more: { ...place.more, show: show === a ? '' : a } }}>{show === a ? w.youth.hideThem : w.youth.showThem}</Link>);
  const wordings = new Map(answer.commitments.map((c) => [c.id, c.wording]));
  return (
    <section aria-labelledby="views-title">
      <h2 id="views-title">{w.youth.views}</h2>
      {answer.views.length === 0 ? <p class="quiet">{w.youth.empty}</p> : null}
      <p class="lead">{w.youth.lead(answer.views.length)} <a class="screen" href={csv} download>{w.youth.viewsCsv}</a></p>
      <ul class="tally">
        {ORDER.map((a) => <li key={a} data-agreement={a} class={of(a).length === 0 ? 'none' : ''}><span class="number">{count(of(a).length)}</span><span class="label">{w.youth.agreement[a]}</span>{asides(a)}</li>)}
      </ul>
      {shown.map((a) => {
        const views = of(a);
        if (views.length === 0) return a === 'differs' ? <p key={a} class="quiet none-differ">{w.youth.noneDiffer}</p> : null;
        return (
          <section key={a} class="views" data-agreement={a} aria-labelledby={`views-${a}`}>
            <h3 id={`views-${a}`}>{w.youth.agreement[a]} <small>{count(views.length)}</small></h3>
            <ViewTable views={views.slice(0, FIRST)} wordings={wordings} label={w.youth.agreement[a]} />
            {views.length > FIRST ? <p class="hint">{w.shell.showing(count(FIRST), count(views.length))} {w.youth.restInCsv}</p> : null}
          </section>
        );
      })}
    </section>
  );
}

function ViewTable({ views, wordings, label }: { views: View[]; wordings: Map<string, string>; label: string }) {
  const { countries } = useRegistry();
  return (
    <div class="list-box">
      <table class="list two-views" aria-label={label}>
        <thead><tr>{[w.youth.promise, w.youth.country, w.youth.government, w.youth.young].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
        <tbody>
          {views.map((v) => (
            <tr key={v.country + v.commitment} data-cell={`${v.country}/${v.commitment}`}>
              <th scope="row"><b>{item(v.commitment)}</b> <Link to={{ why: `${v.country}/${v.commitment}` }}><Told>{wordings.get(v.commitment) ?? v.commitment}</Told></Link></th>
              <td><Link to={toPage(path`/countries/${v.country}`)}><Name of={countries.get(v.country)} id={v.country} /></Link></td>
              <td data-label={w.youth.government}><SideSays of={v.government} /></td>
              <td data-label={w.youth.young}>
                <SideSays of={v.youth} silent={v.youth_claims.length > 0 ? '' : undefined} />
                {v.youth_claims.map((c) => (
                  <p key={c.position} class={c.says === 'disputes' ? 'claim' : 'claim agreeing'}>
                    {c.says === 'disputes' ? <b class="bang" aria-hidden="true">!</b> : null} {w.youth.says[c.says]} <Told>{w.source.quoted(c.statement)}</Told> <span class="fine"><Actor id={c.actor} /></span>
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SideSays({ of: side, silent = w.youth.silent }: { of: Side; silent?: string }) {
  if (side.status === null) return silent ? <p class="fine">{silent}</p> : null;
  const kind = side.status === 'open' ? 'open_told' : side.status;
  return (
    <>
      <p class="pair"><Tile kind={kind} /> <span>{w.signs[kind].label}{side.since ? w.signs.join + w.signs.since(side.since) : ''}</span></p>
      {side.basis ? <p class="fine">{w.youth.basis[side.basis]}</p> : null}
      {side.reports.map((r) => <p key={r.events.join()} class="says"><Told>{w.source.quoted(r.summary)}</Told> <span class="fine"><Actor id={r.actor} />{w.signs.join}{date(r.status_on)}{w.signs.join}{w.youth.reported[r.status] ?? plainly(r.status).toLowerCase()}</span></p>)}
    </>
  );
}
