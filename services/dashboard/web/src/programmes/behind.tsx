// Behind the map: the programmes themselves, what each organisation runs, and how much of each country is empty.
import { w } from '../language';
import { Actor, actorName } from '../parts/actor';
import { Country, CountryList } from '../parts/countries';
import { Link } from '../parts/link';
import { Source } from '../parts/source';
import { Told } from '../parts/told';
import { usePlace } from '../place';
import { useStakeholders } from '../registry';
import { compare, count, date, plainly } from '../say';
import { type MappedProgramme, type ProgrammeMap, runsIt } from './api';
import { recordOf } from './entry';
import type { Fields } from './fields';

export function List({ map, fields, by }: { map: ProgrammeMap; fields: Fields; by: string }) {
  const actors = useStakeholders();
  const heads = [w.programmes.programme, w.programmes.runBy, w.programmes.where, w.programmes.does, w.programmes.since, w.programmes.source];
  const where = (p: MappedProgramme) => (p.region_wide ? w.programmes.regionWide : <CountryList codes={p.countries} />);
  return (
    <section class="section" aria-labelledby="programmes-title">
      <h2 id="programmes-title">{w.programmes.programmes}</h2>
      {fields.programmes.length === 0 ? <p class="hint">{by ? w.programmes.noneOf(actorName(actors, by)) : w.programmes.noneLive}</p> : (
        <div class="list-box">
          <table class="list programmes">
            <thead><tr>{heads.map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
            <tbody>
              {fields.programmes.map((p) => (
                <tr key={p.programme} data-programme={p.programme}>
                  <th scope="row"><Told>{p.title}</Told><small class="block">{w.programmes.reports(p.reports, p.last_reported_on)}</small></th>
                  <td data-label={w.programmes.runBy}><Actor id={runsIt(p)} /></td>
                  <td data-label={w.programmes.where}>{where(p)}</td>
                  <td>{p.activities.map((a) => w.programmes.activities[a] ?? plainly(a)).join('; ')}</td>
                  <td class="date" data-label={w.programmes.since}>{date(p.started_on)}{p.runs_until ? <small class="block">{`${w.programmes.until} ${date(p.runs_until)}`}</small> : null}</td>
                  <td><Source of={p} record={recordOf(p)} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {map.region_wide.length > 0 || fields.programmes.length === 0 ? null : <p class="hint">{w.programmes.wideNone}</p>}
    </section>
  );
}

export function ByOrganisation({ fields }: { fields: Fields }) {
  const { place } = usePlace();
  const actors = useStakeholders();
  const bodies = new Map<string, MappedProgramme[]>();
  for (const p of fields.programmes) bodies.set(runsIt(p), [...(bodies.get(runsIt(p)) ?? []), p]);
  const rows = [...bodies].sort(([a, mine], [b, theirs]) => theirs.length - mine.length || compare(actorName(actors, a), actorName(actors, b)));
  return (
    <section class="section" aria-labelledby="bodies-title">
      <h2 id="bodies-title">{w.programmes.byOrganisation}</h2>
      <div class="list-box">
        <table class="list narrow-list">
          <thead><tr><th scope="col">{w.programmes.organisation}</th><th scope="col" class="number">{w.programmes.live}</th><th scope="col">{w.programmes.where}</th></tr></thead>
          <tbody>
            {rows.map(([id, programmes]) => (
              <tr key={id}>
                <th scope="row"><Actor id={id} /></th>
                <td class="number" data-label={w.programmes.live}><Link to={{ more: { ...place.more, by: id } }}>{count(programmes.length)}</Link></td>
                <td data-label={w.programmes.where}><CountryList codes={[...new Set(programmes.flatMap((p) => p.countries))].sort()} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function ByCountry({ map, fields }: { map: ProgrammeMap; fields: Fields }) {
  const kinds = map.activities.length;
  const rows = [...map.countries].sort((a, b) => fields.emptyIn(b.country) - fields.emptyIn(a.country) || compare(fields.name(a.country), fields.name(b.country)));
  const theirs = (code: string) => fields.programmes.filter((p) => p.countries.includes(code)).length;
  return (
    <section class="section" aria-labelledby="countries-title">
      <h2 id="countries-title">{w.programmes.byCountry}</h2>
      <div class="list-box">
        <table class="list narrow-list">
          <thead><tr><th scope="col">{w.programmes.country}</th><th scope="col" class="number">{w.programmes.live}</th><th scope="col" class="number">{w.programmes.empty}</th><th scope="col"><span class="heard">{w.programmes.emptyFields}</span></th></tr></thead>
          <tbody>
            {rows.map(({ country }) => (
              <tr key={country} data-country={country}>
                <th scope="row"><Country code={country} /></th>
                <td class="number" data-label={w.programmes.live}>{count(theirs(country))}</td>
                <td class="number" data-label={w.programmes.empty}>{w.programmes.ofKinds(fields.emptyIn(country), kinds)}</td>
                <td class="share"><span aria-hidden="true"><i class="gap" style={{ flexGrow: fields.emptyIn(country) }} /><i class="work" style={{ flexGrow: kinds - fields.emptyIn(country) }} /></span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
