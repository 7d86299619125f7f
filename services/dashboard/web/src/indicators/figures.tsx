// Every cell as it is told, tellers side by side: the value or that it is withheld and why, by whom, how it was counted.
import { w } from '../language';
import { Country } from '../parts/countries';
import { Source } from '../parts/source';
import { Table } from '../parts/table';
import { Name, Told } from '../parts/told';
import { useRegistry } from '../registry';
import { date } from '../say';
import { breakdown, type Cell, cellsOf, type Observation, type Observations } from './api';
import { figure } from './words';

export function Figures({ answer, csv }: { answer: Observations; csv: string }) {
  const { countries, regions } = useRegistry();
  const cells = cellsOf(answer.observations);
  const several = cells.filter((c) => c.told.length > 1).length;
  const hidden = answer.observations.filter((o) => o.value === null).length;
  const nameOfPlace = (c: Cell) => countries.get(c.place)?.name ?? regions.get(c.place)?.name ?? c.place;
  return (
    <section class="section" aria-labelledby="figures-title">
      <h2 id="figures-title">{w.indicators.figures}</h2>
      <p>{w.indicators.lead(cells.length, several, hidden)} <a class="screen" href={csv} download>{w.indicators.csv}</a></p>
      {hidden > 0 ? <p class="fine">{w.indicators.whyWithheld}</p> : null}
      {answer.next ? <p class="fine">{w.indicators.more}</p> : null}
      <Table name="figures" label={w.indicators.figures} rows={cells} order="" first={200}
        keyOf={(c) => [c.place, c.period, c.until, breakdown(c.by), c.unit].join('|')}
        data={(c) => ({ 'data-place': c.place, 'data-period': c.period, 'data-by': breakdown(c.by) })}
        columns={[
          { id: 'where', head: w.indicators.where, rowHead: true, by: nameOfPlace, cell: (c) => (regions.has(c.place) ? <Name of={regions.get(c.place)} id={c.place} /> : <Country code={c.place} />) },
          { id: 'period', head: w.indicators.period, by: (c) => c.period, kind: 'date', cell: (c) => (c.until ? w.indicators.span(c.period, c.until) : date(c.period)) },
          { id: 'by', head: w.indicators.brokenBy, by: (c) => breakdown(c.by), cell: (c) => <By of={c.by} /> },
          { id: 'told', head: w.indicators.told, cell: (c) => <div class="told-figures">{c.told.map((o) => <Figure key={o.events.join()} of={o} />)}</div> },
        ]} />
    </section>
  );
}

export function By({ of }: { of: Record<string, string> }) {
  const parts = Object.entries(of);
  return parts.length === 0 ? <>{w.indicators.total}</> : <>{parts.map(([d, v]) => w.indicators.slice(d, v)).join(w.signs.join)}</>;
}

function Figure({ of: o }: { of: Observation }) {
  return (
    <div class="told-figure" data-value={o.value ?? ''} data-teller={o.told_by.actor}>
      <p class={o.value === null ? 'value held-back' : 'value'}>{o.value === null ? w.indicators.withheld : figure(o)}</p>
      <div>
        {o.withheld ? <p class="fine">{w.indicators.reasons[o.withheld]}</p> : null}
        <p><Source of={o} /></p>
        {o.method || o.base !== null ? <p class="fine">{o.method ? <>{w.indicators.method} <Told>{o.method}</Told></> : null} {o.base === null ? '' : w.indicators.base(o.base)}</p> : null}
      </div>
    </div>
  );
}
