// The page: what it asks of the API for the view in the address, and what it shows of the answers.
import { useEffect } from 'preact/hooks';
import type { About, Countries, CountryPage, Frameworks, Regions, Scorecard } from './api';
import { useAsked } from './asking';
import { Controls } from './controls';
import { CountryCells } from './country';
import { Heading, regionHeading, countryHeading } from './heading';
import { Matrix } from './matrix';
import { Gone, Refused, Waiting } from './states';
import { Summary } from './summary';
import { clocks, useView } from './view';
import { Why } from './why';

const segment = encodeURIComponent;

export function App() {
  const [view, go] = useView();
  // What there is to choose from, and names, are those of today: turning a clock asks for the matrix alone.
  const regions = useAsked<Regions>('/v1/regions', false);
  const frameworks = useAsked<Frameworks>('/v1/frameworks', false);
  const countries = useAsked<Countries>('/v1/countries', false);
  const about = useAsked<About>('/v1/about', false);
  const matrixPath = `/v1/regions/${segment(view.region)}/scorecard` + clocks(view, { framework: view.framework });
  const countryPath = view.country ? `/v1/countries/${segment(view.country)}` + clocks(view) : null;
  const matrix = useAsked<Scorecard>(view.country ? null : matrixPath);
  const country = useAsked<CountryPage>(countryPath);
  const shown = view.country ? country : matrix;

  const names = new Map(countries.answer?.countries.map((c) => [c.country, c]));
  const region = regions.answer?.regions.find((r) => r.region === view.region);
  const framework = frameworks.answer?.frameworks.find((f) => f.framework === view.framework);
  const clock = shown.answer ?? { as_of: view.asOf, known_at: view.knownAt };
  const heading = view.country ? countryHeading(country.answer, view.country) : regionHeading(region, view.region, framework, matrix.answer);
  const asked = [shown, regions, frameworks, countries];
  const gone = asked.find((a) => a.trouble?.gone);
  const csv = (view.country ? `/v1/countries/${segment(view.country)}` + clocks(view, { format: 'csv' }) : `/v1/regions/${segment(view.region)}/scorecard` + clocks(view, { framework: view.framework, format: 'csv' }));

  useEffect(() => { document.title = `${heading.title} · Rollcall`; }, [heading.title]);

  return (
    <>
      <a class="skip" href="#matter">Skip to the {view.country ? 'commitments' : 'matrix'}</a>
      {gone ? <Gone readAt={shown.readAt} retry={() => asked.forEach((a) => a.trouble && a.retry())} /> : null}
      {about.answer?.notice ? <aside class="notice" aria-label="About this ledger">{about.answer.notice}</aside> : null}
      <div class="page">
        <div class="top">
          <Heading {...heading} view={view} go={go} clock={clock} region={region} />
          <Controls view={view} go={go} regions={regions.answer?.regions} frameworks={frameworks.answer?.frameworks} framework={framework} clock={clock} />
        </div>
        <main id="matter" tabIndex={-1} aria-busy={!shown.current && !shown.trouble}>
          {shown.trouble && !shown.trouble.gone ? <Refused trouble={shown.trouble} go={go} /> : null}
          {!shown.answer && !shown.trouble ? <Waiting /> : null}
          {!view.country && matrix.answer && !refused(matrix.trouble) ? (
            <div class={matrix.current ? 'answer' : 'answer earlier'}>
              <Summary card={matrix.answer} csv={csv} />
              <Matrix card={matrix.answer} names={names} framework={framework} view={view} go={go} />
            </div>
          ) : null}
          {view.country && country.answer && !refused(country.trouble) ? (
            <div class={country.current ? 'answer' : 'answer earlier'}>
              <CountryCells page={country.answer} frameworks={frameworks.answer?.frameworks ?? []} view={view} go={go} csv={csv} />
            </div>
          ) : null}
        </main>
        <footer>
          <p>
            Every number here is counted from the ledger’s answer, as of the day and by the knowledge named above; the address of this page keeps both.
            <span class="screen"> <a href={csv} download>The same as CSV</a> · <a href="/openapi.yaml">the API</a></span>
          </p>
        </footer>
      </div>
      {view.why ? <Why view={view} go={go} names={names} frameworks={frameworks.answer?.frameworks ?? []} /> : null}
    </>
  );
}

const refused = (trouble: { gone: boolean } | null): boolean => trouble !== null && !trouble.gone;
