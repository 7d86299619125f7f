// One figure, place by place: drawn over its periods, and as a table of every cell with who tells it. What is withheld is
// shown as withheld, what nobody tells as a gap.
import { useAsked } from '../asking';
import { w } from '../language';
import { actorName } from '../parts/actor';
import { Choice } from '../parts/controls';
import { Country, CountryList } from '../parts/countries';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Name, Told } from '../parts/told';
import { asked, path, usePlace } from '../place';
import { nameOf, useRegistry, useStakeholders } from '../registry';
import { compare, plainly } from '../say';
import type { Indicator, Indicators, Observations } from './api';
import { Figures } from './figures';
import { Multiples } from './multiples';

export function IndicatorsPage() {
  const { place } = usePlace();
  const { countries, regions } = useRegistry();
  const list = useAsked<Indicators>('/v1/indicators' + asked(place, { limit: '500' }));
  const all = list.answer?.indicators ?? [];
  const here = regions.get(place.region)?.countries ?? [];
  const chosen = named(place.more.indicator, all) ?? all.find((i) => i.countries.some((c) => here.includes(c))) ?? all[0];
  const country = place.more.country ?? '';
  const address = country ? path`/v1/countries/${country}/indicators` : path`/v1/regions/${place.region}/indicators`;
  const question = { indicator: chosen?.indicator ?? '', by: place.more.by ?? '', teller: place.more.teller ?? '' };
  const told = useAsked<Observations>(chosen ? address + asked(place, { ...question, limit: '1000' }) : null);
  const csv = chosen ? address + asked(place, { ...question, format: 'csv' }) : '/v1/indicators' + asked(place, { format: 'csv' });
  const where = country ? countries.get(country) : regions.get(place.region);
  const title = chosen ? w.indicators.title(plainly(chosen.indicator), nameOf(where, country || place.region)) : w.indicators.pageTitle;
  return (
    <Page title={title} asked={chosen || !list.answer ? told : (list as never)} csv={csv} choices={{ region: true }} deck={w.indicators.deck}>
      {(answer: Observations) => (
        <>
          {chosen ? <Filters all={all} chosen={chosen} /> : null}
          {!chosen ? <div class="state"><h2>{w.indicators.none}</h2><p>{w.indicators.wouldFill}</p></div> : null}
          {chosen && answer.observations?.length === 0 ? <Elsewhere of={chosen} /> : null}
          {chosen && answer.observations?.length > 0 ? (
            <>
              <Multiples observations={answer.observations} broken={Boolean(place.more.by && place.more.by !== 'total')} />
              <Figures answer={answer} csv={csv} />
              {(answer.untold ?? []).length > 0 ? <p class="quiet section">{w.indicators.untold} <CountryList codes={answer.untold ?? []} />.</p> : null}
            </>
          ) : null}
        </>
      )}
    </Page>
  );
}

// The figure that the address names, though nobody told of it by the moment shown.
function named(indicator: string | undefined, all: Indicator[]): Indicator | undefined {
  if (!indicator || all.length === 0) return undefined;
  return all.find((i) => i.indicator === indicator) ?? { indicator, units: [], dimensions: [], countries: [], regions: [], periods: [], tellers: [], cells: 0 };
}

function Filters({ all, chosen }: { all: Indicator[]; chosen: Indicator }) {
  const { place, go } = usePlace();
  const { countries, regions } = useRegistry();
  const actors = useStakeholders();
  const turn = (key: string) => (value: string) => go({ more: { ...place.more, [key]: value } });
  const inRegion = (regions.get(place.region)?.countries ?? []).filter((c) => chosen.countries.includes(c));
  const codes = [...new Set([...inRegion, ...(place.more.country ? [place.more.country] : [])])];
  const sorted = (ids: string[], name: (id: string) => string) => ids.map((id): [string, string] => [id, name(id)]).sort((a, b) => compare(a[1], b[1]));
  return (
    <div class="own-filters">
      <Choice label={w.indicators.indicator} value={chosen.indicator} options={[...new Set([...all.map((i) => i.indicator), chosen.indicator])].map((i) => [i, plainly(i)])} go={(indicator) => go({ more: { indicator } })} />
      <Choice label={w.indicators.where} value={place.more.country ?? ''} options={[['', w.indicators.wholeRegion], ...sorted(codes, (c) => nameOf(countries.get(c), c))]} go={turn('country')} />
      <Choice label={w.indicators.brokenBy} value={place.more.by ?? ''} options={[['', w.indicators.anyBreakdown], ['total', w.indicators.total], ...subsets(chosen.dimensions).map((d): [string, string] => [d.join(','), d.map((x) => w.indicators.dimension(x)).join(' × ')])]} go={turn('by')} />
      {chosen.tellers.length > 1 ? <Choice label={w.indicators.teller} value={place.more.teller ?? ''} options={[['', w.indicators.allTellers], ...sorted(chosen.tellers, (t) => actorName(actors, t))]} go={turn('teller')} /> : null}
    </div>
  );
}

// Every way to break down by these dimensions: sex; age; age and sex.
function subsets(dimensions: string[]): string[][] {
  let all: string[][] = [[]];
  for (const d of [...dimensions].sort().slice(0, 4)) all = [...all, ...all.map((s) => [...s, d])];
  return all.filter((s) => s.length > 0).sort((a, b) => a.length - b.length);
}

function Elsewhere({ of: chosen }: { of: Indicator }) {
  const { place } = usePlace();
  const { countries, regions } = useRegistry();
  const where = place.more.country ? <Country code={place.more.country} /> : <Name of={regions.get(place.region)} id={place.region} />;
  return (
    <div class="state">
      <h2>{w.indicators.noneHere}</h2>
      <p><Told>{plainly(chosen.indicator)}</Told>{w.signs.join}{where}</p>
      {place.more.by || place.more.teller ? <p><Link to={{ more: { indicator: chosen.indicator, country: place.more.country ?? '' } }}>{w.indicators.unchoose}</Link></p> : null}
      {chosen.countries.length > 0 ? <p>{w.indicators.toldOf} {chosen.countries.map((c, i) => <>{i > 0 ? w.signs.join : ''}<Link key={c} to={{ more: { indicator: chosen.indicator, country: c } }}><Name of={countries.get(c)} id={c} /></Link></>)}.</p> : null}
      <p>{w.indicators.wouldFill}</p>
    </div>
  );
}
