// All treaties, and how many states are bound by each.
import type { Clocks } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { type Column, Table } from '../parts/table';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { isSpoken, nameOf } from '../registry';
import { count, date } from '../say';
import type { InstrumentLine, Instruments } from './api';

const columns = (): Column<InstrumentLine>[] => [
  { id: 'name', head: w.instruments.name, rowHead: true, by: (i) => nameOf(i, i.instrument), cell: (i) => <><Link to={toPage(path`/instruments/${i.instrument}`)}><Name of={i} id={i.instrument} /></Link> <small><Told spoken={isSpoken(undefined)}>{i.short_name}</Told></small></> },
  { id: 'adopted', head: w.instruments.adopted, kind: 'date', by: (i) => i.adopted_on, cell: (i) => (i.adopted_on ? date(i.adopted_on) : '') },
  { id: 'force', head: w.instruments.inForce, kind: 'date', by: (i) => i.entry_into_force, cell: (i) => (i.entry_into_force ? date(i.entry_into_force) : i.parties + i.signatories_only > 0 ? <span class="not">{w.instruments.notInForce}</span> : '') },
  { id: 'parties', head: w.instruments.parties, kind: 'number', by: (i) => i.parties, cell: (i) => (i.parties + i.signatories_only > 0 ? count(i.parties) : <span class="not">{w.instruments.nothingTold}</span>) },
  { id: 'signed', head: w.instruments.signedOnly, kind: 'number', by: (i) => i.signatories_only, cell: (i) => (i.parties + i.signatories_only > 0 ? count(i.signatories_only) : '') },
];

export function InstrumentsPage() {
  const { place } = usePlace();
  const list = useAsked<Instruments & Clocks>('/v1/instruments' + asked(place));
  return (
    <Page title={w.instruments.title} deck={w.instruments.deck} asked={list} csv={'/v1/instruments' + asked(place, { format: 'csv' })}>
      {(answer) => answer.instruments.length === 0 ? <p class="state">{w.instruments.none}</p> : (
        <Table name="sort" label={w.instruments.listed} columns={columns()} rows={answer.instruments} keyOf={(i) => i.instrument} order="adopted"
          data={(i) => ({ 'data-instrument': i.instrument, 'data-parties': String(i.parties) })} />
      )}
    </Page>
  );
}
