// A region's matrix, the hero of the house.
import type { Scorecard } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Page } from '../parts/page';
import { asked, path, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { Matrix } from './matrix';
import { Summary } from './summary';

export function RegionPage() {
  const { place } = usePlace();
  const { regions, frameworks } = useRegistry();
  const address = path`/v1/regions/${place.region}/scorecard`;
  const card = useAsked<Scorecard>(address + asked(place, { framework: place.framework }));
  const csv = address + asked(place, { framework: place.framework, format: 'csv' });
  const region = regions.get(place.region), framework = frameworks.get(place.framework);
  return (
    <Page title={nameOf(region, place.region)} asked={card} csv={csv} choices={{ region: true, framework: true }}
      deck={<>{framework ? w.region.adopted(nameOf(framework, place.framework), framework.adopted_on, framework.place) : ''} {card.answer ? w.region.size(card.answer.commitments.length, card.answer.countries.length) : ''}</>}
      invented={region?.invented ? (region.described ?? '') : ''}>
      {(answer) => (
        <>
          <Summary card={answer} csv={csv} />
          <Matrix card={answer} framework={framework} />
        </>
      )}
    </Page>
  );
}
