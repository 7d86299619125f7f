// One programme in words: what it does where, since when, for whom and with whom, every report on it, its end, and by whose word.
import { language, w } from '../language';
import { Actor } from '../parts/actor';
import { CountryList } from '../parts/countries';
import { Source } from '../parts/source';
import { Told } from '../parts/told';
import { recordOf } from '../record';
import { plainly } from '../say';
import { runnerOf, type Programme, type WholeProgramme } from './api';

export function Entry({ programme: p, named = true }: { programme: WholeProgramme; named?: boolean }) {
  return (
    <li class="work-entry">
      <p><strong><Told>{p.title}</Told></strong> <span class="on">{periodOf(p, p.end?.ended_on)}</span></p>
      <p class="who">{named && runnerOf(p) ? <>{w.programmes.runBy} <Actor id={runnerOf(p)!} /> · </> : null}{p.region_wide ? w.programmes.regionWide : <CountryList codes={p.countries} />}</p>
      <p class="fine">{p.activities.map((a) => w.programmes.activities[a] ?? plainly(a)).join('; ')}</p>
      {p.summary ? <p><Told>{p.summary}</Told></p> : null}
      <Details of={p} />
      {p.end?.reason ? <p>{w.programmes.why} <Told>{p.end.reason}</Told></p> : null}
      {p.reports.map((r) => (
        <p key={r.events.join()} class="report">
          {w.programmes.report(r.reported_on)} <Told>{r.summary}</Told> {r.people_reached === null ? null : w.programmes.reached(r.people_reached)} <Source of={r} />
        </p>
      ))}
      <p><Source of={p} record={recordOf(p)} /></p>
    </li>
  );
}

export function periodOf(p: Programme, endedOn: string | undefined): string {
  if (p.state === 'live') return w.programmes.started(p.started_on, p.runs_until);
  if (p.state === 'ended' && endedOn) return w.programmes.ended(p.started_on, endedOn);
  return p.runs_until ? w.programmes.ranOut(p.started_on, p.runs_until) : w.programmes.started(p.started_on, null);
}

function Details({ of: p }: { of: Programme }) {
  const said = [
    p.groups.length > 0 ? w.programmes.forWhom(p.groups) : '',
    p.partners.length > 0 ? w.programmes.partners(p.partners) : '',
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 ? <p class="fine"><Told>{said.join(' ')}</Told></p> : null}
      {p.budget ? <p class="fine">{w.programmes.budget(money(p.budget))}</p> : null}
    </>
  );
}

function money({ amount, currency }: { amount: number; currency: string }): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 0 }).format(amount);
}
