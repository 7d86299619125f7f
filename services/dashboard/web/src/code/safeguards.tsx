// What a company has deployed against exploitation: kind, how much it covers, where, since when, by whose word.
import { w } from '../language';
import { CountryList } from '../parts/countries';
import { Source } from '../parts/source';
import { Table } from '../parts/table';
import { Told } from '../parts/told';
import { date, plainly } from '../say';
import type { Safeguard } from './api';

export function Safeguards({ list }: { list: Safeguard[] }) {
  const kind = (s: Safeguard) => w.code.safeguard[s.kind] ?? plainly(s.kind);
  return (
    <section class="section">
      <h2>{w.code.safeguards}</h2>
      {list.length === 0 ? <p class="quiet">{w.code.noSafeguards}</p> : (
        <Table name="safeguards" label={w.code.safeguards} rows={list} keyOf={(s) => s.events.join()} columns={[
          { id: 'kind', head: w.code.kindOfSafeguard, rowHead: true, by: kind, cell: (s) => <>{kind(s)} <small class="block"><Told>{s.summary}</Told></small></> },
          { id: 'covers', head: w.code.covers, kind: 'short', by: (s) => s.coverage_percent, cell: (s) => (s.coverage_percent === null ? w.code.everywhere : w.code.coverage(s.coverage_percent)) },
          { id: 'where', head: w.code.where, by: (s) => s.countries.length, cell: (s) => (s.countries.length > 0 ? <CountryList codes={s.countries} /> : w.code.everywhere) },
          { id: 'since', head: w.code.since, kind: 'date', by: (s) => s.deployed_on, cell: (s) => <>{date(s.deployed_on)}{s.state === 'run_out' && s.runs_until ? <small class="block">{w.code.ranOut(s.runs_until)}</small> : null}</> },
          { id: 'source', head: w.code.source, cell: (s) => <Source of={s} /> },
        ]} />
      )}
    </section>
  );
}
