// The people in charge, of a region: focal points, rapporteurs and youth committees, and the countries that have none.
import type { Clocks } from '../api';
import { type Asked, useAsked } from '../asking';
import { w } from '../language';
import { Choice } from '../parts/controls';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Contents, Section } from '../parts/section';
import { type SpanRow, Spans } from '../parts/spans';
import { Name } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { compare, date } from '../say';
import type { FocalPoints, Mandate, OfRegion, Rapporteurs, YouthCommittees } from './api';
import { FocalPointsTable, RapporteursTable, YouthCommitteesTable } from './tables';

export function MandatesPage() {
  const { place, go } = usePlace();
  const { regions } = useRegistry();
  const words = w.mandates;
  const all = place.more.show === 'all';
  const state = all ? { state: 'all' } : {} as Record<string, string>;
  const of = (what: string) => path`/v1/regions/${place.region}/` + what;
  const ever = asked(place, { state: 'all' }); // those of earlier days say since when an office is vacant
  const focal = useAsked<OfRegion<FocalPoints>>(of('focal-points') + ever);
  const rapporteurs = useAsked<OfRegion<Rapporteurs>>(of('rapporteurs') + ever, false);
  const youth = useAsked<OfRegion<YouthCommittees>>(of('youth-committees') + ever, false);
  const csv = (what: string) => of(what) + asked(place, { ...state, format: 'csv' });
  const region = regions.get(place.region);
  const shown = <T, M extends Mandate>(answer: OfRegion<T>, list: (x: T) => M[]) => flat(answer, list).filter((m) => all || m.state === 'live');
  return (
    <Page title={words.title(nameOf(region, place.region))} deck={words.deck} asked={focal as Asked<OfRegion<FocalPoints> & Clocks>} choices={{ region: true }} csv={csv('focal-points')} invented={region?.invented ? (region.described ?? '') : ''}>
      {() => (
        <>
          <Contents parts={[['focal-points', words.focalPoints], ['rapporteurs', words.rapporteurs], ['youth-committees', words.youthCommittees]]} />
          <div class="narrow"><Choice label={words.show} value={all ? 'all' : 'live'} go={(show) => go({ more: { ...place.more, show } }, 'replace')} options={[['live', words.live], ['all', words.all]]} /></div>
          <Section id="focal-points" title={words.focalPoints} asked={focal}>
            {(a) => <>
              <Coverage answer={a} fill={words.fillFocal} list={(x) => x.focal_points} />
              <OverTime answer={a} list={(x) => x.focal_points} since={(m) => m.designated_on} />
              {shown(a, (x) => x.focal_points).length > 0 ? <FocalPointsTable name="sort" countries rows={shown(a, (x) => x.focal_points)} /> : null}
            </>}
          </Section>
          <Section id="rapporteurs" title={words.rapporteurs} asked={rapporteurs} csv={csv('rapporteurs')}>
            {(a) => <>
              <Coverage answer={a} fill={words.fillRapporteur} list={(x) => x.rapporteurs} />
              <OverTime answer={a} list={(x) => x.rapporteurs} since={(m) => m.appointed_on} />
              {shown(a, (x) => x.rapporteurs).length > 0 ? <RapporteursTable name="rapporteurs" countries rows={shown(a, (x) => x.rapporteurs)} /> : null}
            </>}
          </Section>
          <Section id="youth-committees" title={words.youthCommittees} asked={youth} csv={csv('youth-committees')}>
            {(a) => <>
              <Coverage answer={a} fill={words.fillYouth} list={(x) => x.youth_committees} />
              <OverTime answer={a} list={(x) => x.youth_committees} since={(m) => m.established_on} />
              {shown(a, (x) => x.youth_committees).length > 0 ? <YouthCommitteesTable name="committees" countries rows={shown(a, (x) => x.youth_committees)} /> : null}
            </>}
          </Section>
        </>
      )}
    </Page>
  );
}

// The region's own and each country's, in one list.
function flat<T, M>(answer: OfRegion<T>, list: (x: T) => M[]): (M & { country: string })[] {
  return [...list(answer).map((m) => ({ ...m, country: '' })), ...answer.countries.flatMap((c) => list(c).map((m) => ({ ...m, country: c.country })))];
}

// When each country's mandates ran, vacancies between them.
function OverTime<T, M extends Mandate>({ answer, list, since }: { answer: OfRegion<T>; list: (x: T) => M[]; since: (m: M) => string }) {
  const { countries } = useRegistry();
  const words = w.mandates;
  const states = { live: 'live', lapsed: 'run_out', ended: 'ended' } as const;
  const spans = (all: M[]) => all.map((m) => ({ id: m.events.join(), from: since(m), until: m.ended_on ?? m.mandate_until ?? null, state: states[m.state], marks: [] }));
  const rows: SpanRow[] = [
    ...(list(answer).length > 0 ? [{ id: '', name: words.ofRegion, spans: spans(list(answer)) }] : []),
    ...answer.countries.filter((c) => list(c).length > 0).map((c) => ({ id: c.country, name: nameOf(countries.get(c.country), c.country), spans: spans(list(c)) })).sort((a, b) => compare(a.name, b.name)),
  ];
  if (rows.length === 0) return null;
  return <><p class="hint">{words.overTimeHint}</p><Spans rows={rows} day={answer.as_of} says={words.overTimeSays(rows.length, answer.as_of)} dayName={date(answer.as_of)} /></>;
}

// How many countries have a live one, and the names of those that have none, with those that had one first.
function Coverage<T>({ answer, fill, list }: { answer: OfRegion<T>; fill: string; list: (x: T) => Mandate[] }) {
  const { countries } = useRegistry();
  const words = w.mandates;
  const without = answer.countries.filter((c) => !list(c).some((m) => m.state === 'live')).map((c) => ({ country: c.country, since: vacantSince(list(c)) }));
  const name = (c: { country: string }) => nameOf(countries.get(c.country), c.country);
  const sorted = without.sort((a, b) => b.since.localeCompare(a.since) || compare(name(a), name(b)));
  if (answer.countries.length === without.length && list(answer).length === 0 && answer.countries.every((c) => list(c).length === 0)) return <p class="quiet">{fill}</p>;
  return (
    <>
      <p class="lead" data-without={without.length}>{words.lead(answer.countries.length - without.length, answer.countries.length)}</p>
      {without.length > 0 ? (
        <p class="without">{words.withoutLead(without.length)}{' '}
          {sorted.map((c, i) => <span key={c.country}>{i > 0 ? w.signs.join : ''}<Link to={toPage(path`/countries/${c.country}`)}><Name of={countries.get(c.country)} id={c.country} /></Link>{c.since ? <small> ({words.vacantSince(c.since)})</small> : null}</span>)}
        </p>
      ) : null}
    </>
  );
}

// The day on which the last of them ended or ran out; '' if there was none, or nobody says when.
function vacantSince(before: Mandate[]): string {
  return before.map((m) => m.ended_on ?? m.mandate_until ?? '').sort().pop() ?? '';
}
