// Behind the map: the programmes themselves, what each organisation runs, and how much of each country is empty.
import { w } from '../language';
import { Actor, actorName } from '../parts/actor';
import { Country, CountryList } from '../parts/countries';
import { Link } from '../parts/link';
import { Phrase } from '../parts/phrase';
import { Source } from '../parts/source';
import { Table } from '../parts/table';
import { Told } from '../parts/told';
import { usePlace } from '../place';
import { recordOf } from '../record';
import { useStakeholders } from '../registry';
import { compare, count, date, plainly } from '../say';
import { type MappedProgramme, type ProgrammeMap, runnerOf, standsUnder } from './api';
import type { Fields } from './fields';

export function List({ map, fields, by }: { map: ProgrammeMap; fields: Fields; by: string }) {
  const actors = useStakeholders();
  return (
    <section class="section" aria-labelledby="programmes-title">
      <h2 id="programmes-title">{w.programmes.programmes}</h2>
      {fields.programmes.length === 0 ? <p class="quiet">{by ? w.programmes.noneOf(actorName(actors, by)) : w.programmes.noneLive}</p> : (
        <Table name="programmes" label={w.programmes.programmes} rows={fields.programmes} keyOf={(p) => p.programme} first={60} data={(p) => ({ 'data-programme': p.programme })} columns={[
          { id: 'title', head: w.programmes.programme, rowHead: true, by: (p) => p.title, cell: (p) => <><b><Told>{p.title}</Told></b><small class="block">{w.programmes.reports(p.reports, p.last_reported_on)}</small></> },
          { id: 'who', head: w.programmes.who, by: (p) => actorName(actors, standsUnder(p)), cell: (p) => (runnerOf(p) ? <Actor id={runnerOf(p)!} /> : <Phrase say={(who) => w.programmes.toldOf(who!)} put={[<Actor id={p.told_by.actor} />]} />) },
          { id: 'where', head: w.programmes.where, by: (p) => p.countries.length, cell: (p) => (p.region_wide ? w.programmes.regionWide : <CountryList codes={p.countries} />) },
          { id: 'does', head: w.programmes.does, cell: (p) => p.activities.map((a) => w.programmes.activities[a] ?? plainly(a)).join('; ') },
          { id: 'since', head: w.programmes.since, by: (p) => p.started_on, kind: 'date', cell: (p) => <>{date(p.started_on)}{p.runs_until ? <small class="block">{w.programmes.plannedUntil(p.runs_until)}</small> : null}</> },
          { id: 'source', head: w.programmes.source, cell: (p) => <Source of={p} record={recordOf(p)} /> },
        ]} />
      )}
      {map.region_wide.length > 0 || fields.programmes.length === 0 || by ? null : <p class="hint">{w.programmes.wideNone}</p>}
    </section>
  );
}

interface Running { id: string; programmes: MappedProgramme[]; countries: string[] }

export function ByOrganisation({ fields }: { fields: Fields }) {
  const { place } = usePlace();
  const actors = useStakeholders();
  const bodies = new Map<string, MappedProgramme[]>();
  for (const p of fields.programmes) bodies.set(standsUnder(p), [...(bodies.get(standsUnder(p)) ?? []), p]);
  const rows = [...bodies].map(([id, programmes]): Running => ({ id, programmes, countries: [...new Set(programmes.flatMap((p) => p.countries))].sort() }));
  return (
    <section class="section narrow-list" aria-labelledby="bodies-title">
      <h2 id="bodies-title">{w.programmes.byOrganisation}</h2>
      <p class="fine">{w.programmes.runHint}</p>
      <Table name="bodies" label={w.programmes.byOrganisation} rows={rows} keyOf={(r) => r.id} order="-live" data={(r) => ({ 'data-organisation': r.id })} columns={[
        { id: 'who', head: w.programmes.organisation, rowHead: true, by: (r) => actorName(actors, r.id), cell: (r) => <Actor id={r.id} /> },
        { id: 'live', head: w.programmes.live, kind: 'number', by: (r) => r.programmes.length, cell: (r) => <Link to={{ more: { ...place.more, by: r.id } }}>{count(r.programmes.length)}</Link> },
        { id: 'where', head: w.programmes.where, by: (r) => r.countries.length, cell: (r) => (r.programmes.some((p) => p.region_wide) ? w.programmes.regionWide : <CountryList codes={r.countries} />) },
      ]} />
    </section>
  );
}

export function ByCountry({ map, fields }: { map: ProgrammeMap; fields: Fields }) {
  const kinds = map.activities.length;
  const rows = [...map.countries].sort((a, b) => compare(fields.name(a.country), fields.name(b.country))).map(({ country }) => ({ country, empty: fields.emptyIn(country), live: fields.programmes.filter((p) => p.countries.includes(country)).length }));
  return (
    <section class="section narrow-list" aria-labelledby="countries-title">
      <h2 id="countries-title">{w.programmes.byCountry}</h2>
      <Table name="countries" label={w.programmes.byCountry} rows={rows} keyOf={(r) => r.country} order="-empty" data={(r) => ({ 'data-country': r.country })} columns={[
        { id: 'country', head: w.programmes.country, rowHead: true, by: (r) => fields.name(r.country), cell: (r) => <Country code={r.country} /> },
        { id: 'live', head: w.programmes.live, kind: 'number', by: (r) => r.live, cell: (r) => count(r.live) },
        { id: 'empty', head: w.programmes.empty, kind: 'number', by: (r) => r.empty, cell: (r) => w.programmes.ofKinds(r.empty, kinds) },
        { id: 'share', head: w.programmes.asBar, cell: (r) => <span class="share" aria-hidden="true"><i class="gap" style={{ flexGrow: r.empty }} /><i class="work" style={{ flexGrow: kinds - r.empty }} /></span> },
      ]} />
    </section>
  );
}
