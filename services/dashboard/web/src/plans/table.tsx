// Plans as rows: what each covers, until when it runs, what was found of it.
import { w } from '../language';
import { Frameworks } from '../mandates/tables';
import { Link } from '../parts/link';
import { type Column, Table } from '../parts/table';
import { Name, Told } from '../parts/told';
import { Voices } from '../parts/voices';
import { path, toPage } from '../place';
import { nameOf, useRegistry } from '../registry';
import { date, plainly } from '../say';
import type { Plan } from './api';

export type PlacedPlan = Plan & { country?: string }; // '' stands for the region itself

export function PlansTable({ rows, name, countries = false }: { rows: PlacedPlan[]; name: string; countries?: boolean }) {
  const registry = useRegistry();
  const words = w.plans;
  const country: Column<PlacedPlan>[] = !countries ? [] : [{
    id: 'country', head: words.country, rowHead: true, by: (p) => (p.country ? nameOf(registry.countries.get(p.country), p.country) : ''),
    cell: (p) => (p.country ? <Link to={toPage(path`/countries/${p.country}`)}><Name of={registry.countries.get(p.country)} id={p.country} /></Link> : words.ofRegion),
  }];
  return (
    <Table name={name} label={words.section} rows={rows} keyOf={(p) => p.plan} order={countries ? 'country' : ''} first={60}
      data={(p) => ({ 'data-plan': p.plan, 'data-state': p.state, 'data-country': p.country ?? '' })}
      columns={[
        ...country,
        { id: 'plan', head: words.plan, rowHead: !countries, by: (p) => p.title, cell: (p) => <Title plan={p} /> },
        { id: 'adopted', head: words.adopted, kind: 'date', by: (p) => p.adopted_on, cell: (p) => date(p.adopted_on) },
        { id: 'until', head: words.until, kind: 'date', by: (p) => p.runs_until, cell: (p) => (p.runs_until ? date(p.runs_until) : <span class="not">{words.noEnd}</span>) },
        { id: 'state', head: words.state, by: (p) => ['live', 'run_out', 'ended'].indexOf(p.state), cell: (p) => <State plan={p} /> },
        { id: 'covers', head: words.covers, cell: (p) => <>{p.frameworks.length > 0 ? <Frameworks ids={p.frameworks} /> : null}{p.themes.length > 0 ? <small>{p.themes.map((t) => plainly(t).toLowerCase()).join(w.signs.join)}</small> : null}</> },
        { id: 'indicators', head: words.indicators, kind: 'short', by: (p) => Number(p.has_indicators ?? -1), cell: (p) => (p.has_indicators === null ? words.notSaid : p.has_indicators ? words.yes : words.no) },
        { id: 'evaluated', head: words.evaluated, by: (p) => p.evaluations[0]?.evaluated_on, cell: (p) => <Evaluations plan={p} /> },
        { id: 'teller', head: words.toldBy, by: (p) => p.told_by?.actor, cell: (p) => <Voices of={p} /> },
      ]} />
  );
}

function Title({ plan }: { plan: Plan }) {
  const words = w.plans;
  const more = [
    plan.scope === 'national' ? '' : words.scopes[plan.scope],
    plan.budget ? words.budget(plan.budget.amount, plan.budget.currency) : '',
    plan.lead ? words.lead_by(plan.lead) : '',
  ].filter(Boolean);
  return <><Told>{plan.title}</Told>{more.length > 0 ? <small class="under">{more.join(w.signs.join)}</small> : null}</>;
}

function State({ plan }: { plan: Plan }) {
  const words = w.plans;
  const revised = plan.revisions ?? (plan.revised_on ? [{ revised_on: plan.revised_on, summary: null }] : []);
  return (
    <>
      <span class={'life ' + plan.state}>{words.states[plan.state]}</span>
      {plan.ended_on ? <small class="under">{words.endedOn(plan.ended_on)}{plan.end_reason ? <>{w.signs.join}<Told>{plan.end_reason}</Told></> : null}</small> : null}
      {revised.map((r) => <small class="under" key={r.revised_on}>{words.revised(r.revised_on)}{r.summary ? <>{w.signs.join}<Told>{r.summary}</Told></> : null}</small>)}
    </>
  );
}

function Evaluations({ plan }: { plan: Plan }) {
  const words = w.plans;
  if (plan.evaluations.length === 0) return <span class="not">{words.neverEvaluated}</span>;
  return (
    <ul class="tight">
      {plan.evaluations.map((e) => (
        <li key={e.events.join()}><Told>{words.found(e.evaluator, e.evaluated_on, words.effects[e.effect] ?? plainly(e.effect).toLowerCase())}</Told>{e.independent ? <small> ({words.independent})</small> : null}<small class="under"><Told>{e.findings}</Told></small></li>
      ))}
    </ul>
  );
}
