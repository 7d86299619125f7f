// One country, as a ministry would print it before a meeting: what stands in numbers, promise by promise, and what is
// recorded around it. The cells are the page's answer; every other part asks for itself.
import type { CountryPage as Answer } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import type { PageProps } from '../pages';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Contents } from '../parts/section';
import { Name } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { FrameworkCells } from './cells';
import { Due } from './due';
import { Numbers } from './numbers';
import { People, Plans } from './people';
import { Programmes } from './programmes';
import { Recommendations } from './recommendations';
import { Treaties } from './treaties';
import { YouthBeside } from './youth';

export function CountryPage({ params }: PageProps) {
  const { place } = usePlace();
  const { countries, regions, frameworks } = useRegistry();
  const code = params.country!;
  const address = path`/v1/countries/${code}`;
  const country = useAsked<Answer>(address + asked(place));
  const known = countries.get(code) ?? country.answer ?? undefined;
  const words = w.country.sections;
  return (
    <Page title={nameOf(known, code)} asked={country} csv={address + asked(place, { format: 'csv' })} up={<Link to={toPage('/')}><Name of={regions.get(place.region)} id={place.region} /></Link>}
      deck={country.answer ? w.country.deck(country.answer.frameworks.length) : ''} invented={known?.invented ? w.country.invented : ''}>
      {(answer) => (
        <>
          {answer.frameworks.length === 0 ? <p class="quiet">{w.country.none}</p> : <Numbers answer={answer} />}
          <Contents parts={[
            ['cells', words.cells], ['plans', words.plans], ['treaties', words.treaties], ['focal-points', words.focalPoints], ['rapporteurs', words.rapporteurs], ['youth-committees', words.youthCommittees],
            ['programmes', words.programmes], ['due', words.due], ['youth', words.youth], ['recommendations', words.recommendations],
          ]} />
          <section id="cells" class="part" aria-labelledby="cells-title">
            <h2 id="cells-title">{words.cells}</h2>
            {answer.frameworks.map((f) => <FrameworkCells key={f.framework} id={f.framework} cells={f.cells} framework={frameworks.get(f.framework)} />)}
          </section>
          <Plans code={code} />
          <Treaties code={code} />
          <People code={code} />
          <Programmes code={code} />
          <Due code={code} />
          <YouthBeside code={code} />
          <Recommendations code={code} />
        </>
      )}
    </Page>
  );
}
