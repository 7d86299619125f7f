// The plans of a region, and the countries of which none is told.
import { useAsked } from '../asking';
import { w } from '../language';
import { Choice } from '../parts/controls';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { type SpanRow, Spans } from '../parts/spans';
import { Name } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { compare, date } from '../say';
import type { Plan, RegionPlans } from './api';
import { type PlacedPlan, PlansTable } from './table';

const WHICH = ['live', 'run_out', 'ended', 'all'] as const;

export function PlansPage() {
  const { place, go } = usePlace();
  const { regions, countries, frameworks } = useRegistry();
  const words = w.plans;
  const which = WHICH.find((k) => k === place.more.state) ?? 'live';
  const covers = place.more.covers ?? '';
  const address = path`/v1/regions/${place.region}/plans`;
  const question = { state: which === 'live' ? '' : which, framework: covers };
  const plans = useAsked<RegionPlans>(address + asked(place, question));
  const ever = useAsked<RegionPlans>(address + asked(place, { state: 'all', framework: covers }), false); // the picture shows those of earlier days too
  const turn = (change: Record<string, string>) => go({ more: { ...place.more, ...change } }, 'replace');
  const region = regions.get(place.region);
  const name = (code: string) => nameOf(countries.get(code), code);
  return (
    <Page title={words.title(nameOf(region, place.region))} deck={words.deck} asked={plans} choices={{ region: true }} csv={address + asked(place, { ...question, format: 'csv' })} invented={region?.invented ? (region.described ?? '') : ''}>
      {(answer) => {
        const rows: PlacedPlan[] = [...answer.plans.map((p) => ({ ...p, country: '' })), ...answer.countries.flatMap((c) => c.plans.map((p) => ({ ...p, country: c.country })))];
        const without = answer.countries.filter((c) => c.plans.length === 0).sort((a, b) => compare(name(a.country), name(b.country)));
        const never = rows.length === 0 && answer.countries.every((c) => c.counts.live + c.counts.run_out + c.counts.ended === 0);
        return (
          <>
            <p class="large" data-with={answer.countries_with_plan} data-without={answer.countries_without_plan}>{words.lead(answer.countries_with_plan, answer.countries_without_plan, answer.countries_with_evaluation)}</p>
            <PlansOverTime answer={ever.answer} day={answer.as_of} />
            <div class="narrow part">
              <Choice label={words.show} value={which} go={(state) => turn({ state })} options={WHICH.map((k) => [k, words.which[k]])} />
              <Choice label={words.covering} value={covers} go={(v) => turn({ covers: v })} options={[['', words.anything], ...[...frameworks].map(([id, f]): [string, string] => [id, nameOf(f, id)])]} />
            </div>
            {rows.length > 0 ? <PlansTable name="sort" rows={rows} countries /> : <p class="quiet">{never ? words.fill : words.noneSuch}</p>}
            {without.length > 0 && !never ? (
              <p class="without part">{words.without}{' '}
                {without.map((c, i) => {
                  const had = c.counts.live + c.counts.run_out + c.counts.ended;
                  return <span key={c.country}>{i > 0 ? w.signs.join : ''}<Link to={toPage(path`/countries/${c.country}`)}><Name of={countries.get(c.country)} id={c.country} /></Link>{had > 0 ? <small> ({words.before(had)})</small> : null}</span>;
                })}
              </p>
            ) : null}
          </>
        );
      }}
    </Page>
  );
}

// When each country's plans ran.
function PlansOverTime({ answer, day }: { answer: RegionPlans | null; day: string }) {
  const { countries } = useRegistry();
  const words = w.plans;
  const name = (code: string) => nameOf(countries.get(code), code);
  const spans = (plans: Plan[]) => plans.map((p) => ({ id: p.plan, from: p.adopted_on, until: p.ended_on ?? p.runs_until, state: p.state, marks: [...(p.revised_on ? [p.revised_on] : []), ...p.evaluations.map((e) => e.evaluated_on)] }));
  const rows: SpanRow[] = [
    ...(answer?.plans.length ? [{ id: '', name: words.ofRegion, spans: spans(answer.plans) }] : []),
    ...(answer?.countries ?? []).filter((c) => c.plans.length > 0).map((c) => ({ id: c.country, name: name(c.country), spans: spans(c.plans) })).sort((a, b) => compare(a.name, b.name)),
  ];
  if (rows.length === 0) return null;
  return (
    <section class="part" aria-labelledby="time-title">
      <h2 id="time-title">{words.overTime}</h2>
      <p class="hint">{words.overTimeHint}</p>
      <Spans rows={rows} day={day} says={words.overTimeSays(rows.length, day)} dayName={date(day)} />
    </section>
  );
}
