// Young people's own committees, the region's and each country's, and the countries of which none is told.
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Country, CountryList } from '../parts/countries';
import { Source } from '../parts/source';
import { Table } from '../parts/table';
import { Name, Told } from '../parts/told';
import { nameOf, useRegistry } from '../registry';
import { date } from '../say';
import type { Committee, RegionCommittees } from './api';

interface Placed extends Committee { country: string } // '' is the region itself

export function CommitteeList({ answer, csv }: { answer: RegionCommittees & { region?: string }; csv: string }) {
  const { countries, regions } = useRegistry();
  const rows: Placed[] = [...answer.youth_committees.map((c) => ({ ...c, country: '' })), ...answer.countries.flatMap((at) => at.youth_committees.map((c) => ({ ...c, country: at.country })))];
  const without = answer.countries.filter((c) => c.youth_committees.length === 0).map((c) => c.country);
  const live = [answer, ...answer.countries].reduce((sum, c) => sum + c.counts.live, 0);
  const region = answer.region ?? '';
  return (
    <>
      <p class="lead">{w.youth.committeeLead(live, answer.countries.filter((c) => c.counts.live > 0).length, answer.countries.length)} <a class="screen" href={csv} download>{w.youth.committeesCsv}</a></p>
      {rows.length === 0 ? <p class="quiet">{w.youth.noCommittees}</p> : (
        <Table name="committees" label={w.youth.committees} rows={rows} keyOf={(c) => c.events.join()} data={(c) => ({ 'data-committee': c.committee, 'data-state': c.state })} columns={[
          { id: 'committee', head: w.youth.committee, rowHead: true, by: (c) => c.committee, cell: (c) => (c.stakeholder ? <Actor id={c.stakeholder} /> : <Told>{c.committee}</Told>) },
          { id: 'where', head: w.youth.where, by: (c) => nameOf(countries.get(c.country), c.country), cell: (c) => (c.country ? <Country code={c.country} /> : <Name of={regions.get(region)} id={region} />) },
          { id: 'since', head: w.youth.since, kind: 'date', by: (c) => c.established_on, cell: (c) => <>{date(c.established_on)}{c.state === 'live' ? null : <small class="block">{c.ended_on ? w.youth.ended(c.ended_on) : w.youth.lapsed}</small>}</> },
          { id: 'standing', head: w.youth.standing, cell: (c) => said(c.independent, w.youth.independent, w.youth.dependent, w.youth.independenceUnsaid) + w.signs.join + said(c.advises_government, w.youth.advises, w.youth.advisesNot, w.youth.advisingUnsaid) },
          { id: 'source', head: w.youth.source, cell: (c) => <Source of={c} /> },
        ]} />
      )}
      {without.length > 0 ? <details class="hint"><summary>{w.youth.withoutCommittee(without.length)}</summary><p><CountryList codes={without} /></p></details> : null}
    </>
  );
}

const said = (value: boolean | null, yes: string, no: string, unsaid: string): string => (value === null ? unsaid : value ? yes : no);
