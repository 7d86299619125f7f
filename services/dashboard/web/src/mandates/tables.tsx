// The three tables of mandates, of a country or with a column for the country.
import { w } from '../language';
import { Link } from '../parts/link';
import { type Column, Table } from '../parts/table';
import { Name, Told } from '../parts/told';
import { Voices } from '../parts/voices';
import { path, toPage } from '../place';
import { nameOf, useRegistry } from '../registry';
import { date, plainly } from '../say';
import type { FocalPoint, Mandate, Rapporteur, YouthCommittee } from './api';

export type Placed<T> = T & { country?: string | undefined }; // '' stands for the region itself

interface Props<T> { rows: Placed<T>[]; name: string; countries?: boolean }

export function FocalPointsTable({ rows, name, countries }: Props<FocalPoint>) {
  const words = w.mandates;
  const common = useCommon<FocalPoint>(countries);
  return <Table name={name} label={words.focalPoints} rows={rows} keyOf={keyOf} order={countries ? 'country' : ''} data={known} columns={[
    ...common.country,
    { id: 'office', head: words.office, rowHead: !countries, by: (m) => m.unit, cell: (m) => <><Told>{m.unit}</Told>{m.role ? <small>{w.signs.join}<Told>{m.role}</Told></small> : null}{m.contact_held ? <small> ({words.contactHeld})</small> : null}</> },
    ...common.time((m) => m.designated_on, (m) => m.mandate_until), ...common.rest,
  ]} />;
}

export function RapporteursTable({ rows, name, countries }: Props<Rapporteur>) {
  const words = w.mandates;
  const common = useCommon<Rapporteur>(countries);
  return <Table name={name} label={words.rapporteurs} rows={rows} keyOf={keyOf} order={countries ? 'country' : ''} data={known} columns={[
    ...common.country,
    { id: 'institution', head: words.institution, rowHead: !countries, by: (m) => m.institution, cell: (m) => <><Told>{m.institution}</Told> <small>({words.kinds[m.kind] ?? plainly(m.kind).toLowerCase()})</small></> },
    ...common.time((m) => m.appointed_on, (m) => m.mandate_until),
    { id: 'independent', head: words.independent, kind: 'short', by: (m) => yesNo(m.independent), cell: (m) => yesNo(m.independent) }, ...common.rest,
  ]} />;
}

export function YouthCommitteesTable({ rows, name, countries }: Props<YouthCommittee>) {
  const words = w.mandates;
  const common = useCommon<YouthCommittee>(countries);
  return <Table name={name} label={words.youthCommittees} rows={rows} keyOf={keyOf} order={countries ? 'country' : ''} data={known} columns={[
    ...common.country,
    { id: 'committee', head: words.committee, rowHead: !countries, by: (m) => m.committee, cell: (m) => <Told>{m.committee}</Told> },
    ...common.time((m) => m.established_on, () => null),
    { id: 'independent', head: words.independent, kind: 'short', by: (m) => yesNo(m.independent), cell: (m) => yesNo(m.independent) },
    { id: 'advises', head: words.advises, kind: 'short', by: (m) => yesNo(m.advises_government), cell: (m) => yesNo(m.advises_government) }, ...common.rest,
  ]} />;
}

const keyOf = (m: Mandate): string => m.events.join() + (m as Placed<Mandate>).country;
const known = (m: Placed<Mandate>): Record<`data-${string}`, string> => ({ 'data-country': m.country ?? '', 'data-state': m.state });
const yesNo = (told: boolean | null): string => (told === null ? w.mandates.notSaid : told ? w.mandates.yes : w.mandates.no);

function useCommon<T extends Mandate>(withCountry: boolean | undefined) {
  const registry = useRegistry();
  const words = w.mandates;
  const country = (m: Placed<T>) => (m.country ? nameOf(registry.countries.get(m.country), m.country) : '');
  const columns = {
    country: [] as Column<Placed<T>>[],
    time: (since: (m: Placed<T>) => string, until: (m: Placed<T>) => string | null): Column<Placed<T>>[] => [
      { id: 'since', head: words.since, kind: 'date', by: since, cell: (m) => date(since(m)) },
      { id: 'until', head: words.until, kind: 'date', by: (m) => m.ended_on ?? until(m), cell: (m) => { const end = m.ended_on ?? until(m); return end ? date(end) : ''; } },
      { id: 'state', head: words.state, by: (m) => ['live', 'lapsed', 'ended'].indexOf(m.state), cell: (m) => <><span class={'life ' + m.state}>{words.states[m.state]}</span>{m.end_reason ? <small> <Told>{m.end_reason}</Told></small> : null}</> },
    ],
    rest: [
      { id: 'frameworks', head: words.frameworks, cell: (m) => <Frameworks ids={m.frameworks} /> },
      { id: 'teller', head: words.toldBy, by: (m) => m.told_by.actor, cell: (m) => <Voices of={m} /> },
    ] as Column<Placed<T>>[],
  };
  if (withCountry) columns.country = [{ id: 'country', head: words.country, rowHead: true, by: country, cell: (m) => (m.country ? <Link to={toPage(path`/countries/${m.country}`)}><Name of={registry.countries.get(m.country)} id={m.country} /></Link> : words.ofRegion) }];
  return columns;
}

// What a mandate or a plan is about, by place and year as people call it; each leads to its matrix.
export function Frameworks({ ids }: { ids: string[] }) {
  const { frameworks } = useRegistry();
  if (ids.length === 0) return <small>{w.mandates.allFrameworks}</small>;
  return <ul class="tight">{ids.map((id) => { const f = frameworks.get(id); return <li key={id}><Link to={{ ...toPage('/'), framework: id }} title={nameOf(f, id)}>{f?.place && f.adopted_on ? <Told>{w.mandates.called(f.place, f.adopted_on.slice(0, 4))}</Told> : <Name of={f} id={id} />}</Link></li>; })}</ul>;
}
