// The programmes in a country, those that ended or ran out too.
import { useAsked } from '../asking';
import { w } from '../language';
import { Section } from '../parts/section';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { Voices } from '../parts/voices';
import { asked, path, usePlace } from '../place';
import type { Programmes as Answer, WholeProgramme } from '../programmes/api';
import { date, plainly } from '../say';

export function Programmes({ code }: { code: string }) {
  const { place } = usePlace();
  const address = path`/v1/countries/${code}/programmes`;
  const told = useAsked<Answer>(address + asked(place, { limit: '500' }), false);
  const words = w.country.programmes;
  const columns: Column<WholeProgramme>[] = [
    { id: 'programme', head: words.programme, rowHead: true, by: (p) => p.title, cell: (p) => <><Told>{p.title}</Told>{p.region_wide ? <small> ({words.regionWide})</small> : null}</> },
    { id: 'does', head: words.does, cell: (p) => <small>{p.activities.map((a) => w.programmes.activities[a] ?? plainly(a)).join(w.signs.join)}</small> },
    { id: 'started', head: words.started, kind: 'date', by: (p) => p.started_on, cell: (p) => date(p.started_on) },
    { id: 'until', head: words.until, kind: 'date', by: (p) => p.runs_until, cell: (p) => (p.runs_until ? date(p.runs_until) : <span class="not">{w.plans.noEnd}</span>) },
    { id: 'state', head: words.state, kind: 'short', by: (p) => ['live', 'run_out', 'ended'].indexOf(p.state), cell: (p) => <span class={'life ' + p.state}>{words.states[p.state]}</span> },
    { id: 'reached', head: words.reached, cell: (p) => <LastReport of={p} /> },
    { id: 'teller', head: w.plans.toldBy, by: (p) => p.told_by.actor, cell: (p) => <Voices of={p} /> },
  ];
  return (
    <Section id="programmes" title={w.country.sections.programmes} asked={told} csv={address + asked(place, { format: 'csv' })} empty={(a) => a.programmes.length === 0 && words.fill}>
      {(a) => <Table name="programmes" label={w.country.sections.programmes} columns={columns} rows={a.programmes} keyOf={(p) => p.programme} first={20} data={(p) => ({ 'data-programme': p.programme, 'data-state': p.state })} />}
    </Section>
  );
}

function LastReport({ of }: { of: WholeProgramme }) {
  const words = w.country.programmes;
  const last = [...of.reports].sort((a, b) => a.reported_on.localeCompare(b.reported_on)).pop();
  if (!last) return <span class="not">{words.noReport}</span>;
  return <small>{last.people_reached === null ? words.reported(last.reported_on) : words.people(last.people_reached, last.reported_on)}{last.summary ? <> <Told>{last.summary}</Told></> : null}</small>;
}
