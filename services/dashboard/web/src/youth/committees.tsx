// Young people's own committees, the region's and each country's; a country without one keeps its line.
import type { ComponentChildren } from 'preact';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Country } from '../parts/countries';
import { Source } from '../parts/source';
import { Name, Told } from '../parts/told';
import { useRegistry } from '../registry';
import { date } from '../say';
import type { Committee, RegionCommittees } from './api';

export function CommitteeList({ answer, csv }: { answer: RegionCommittees & { region?: string }; csv: string }) {
  const { regions } = useRegistry();
  const with_ = answer.countries.filter((c) => c.youth_committees.length > 0);
  const without = answer.countries.filter((c) => c.youth_committees.length === 0).map((c) => c.country);
  const live = [answer, ...answer.countries].reduce((sum, c) => sum + c.counts.live, 0);
  return (
    <>
      <p class="lead">{w.youth.committeeLead(live, with_.filter((c) => c.counts.live > 0).length, answer.countries.length)} <a class="screen" href={csv} download>{w.youth.committeesCsv}</a></p>
      {with_.length + answer.youth_committees.length === 0 ? <p class="quiet">{w.youth.noCommittees}</p> : (
        <div class="list-box">
          <table class="list" aria-label={w.youth.committees}>
            <thead><tr>{[w.youth.committee, w.youth.where, w.youth.since, w.youth.standing, w.youth.source].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
            <tbody>
              {answer.youth_committees.map((c) => <Line key={c.events.join()} of={c} where={<Name of={regions.get(answer.region ?? '')} id={answer.region ?? ''} />} />)}
              {with_.flatMap((country) => country.youth_committees.map((c) => <Line key={c.events.join()} of={c} where={<Country code={country.country} />} />))}
            </tbody>
          </table>
        </div>
      )}
      {without.length > 0 ? <details class="hint"><summary>{w.youth.withoutCommittee(without.length)}</summary><p>{without.map((c, i) => <>{i > 0 ? w.signs.join : ''}<Country key={c} code={c} /></>)}</p></details> : null}
    </>
  );
}

function Line({ of: c, where }: { of: Committee; where: ComponentChildren }) {
  const said = (value: boolean | null, yes: string, no: string, unsaid: string) => (value === null ? unsaid : value ? yes : no);
  return (
    <tr data-committee={c.committee} data-state={c.state}>
      <th scope="row">{c.stakeholder ? <Actor id={c.stakeholder} /> : <Told>{c.committee}</Told>}</th>
      <td>{where}</td>
      <td class="date" data-label={w.youth.since}>{date(c.established_on)}{c.state === 'live' ? null : <small class="block">{c.ended_on ? w.youth.ended(c.ended_on) : w.youth.lapsed}</small>}</td>
      <td>{said(c.independent, w.youth.independent, w.youth.dependent, w.youth.independenceUnsaid)}{w.signs.join}{said(c.advises_government, w.youth.advises, w.youth.advisesNot, w.youth.advisingUnsaid)}</td>
      <td><Source of={c} /></td>
    </tr>
  );
}
