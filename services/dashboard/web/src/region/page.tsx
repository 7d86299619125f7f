// A region's matrix, the hero of the house.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Framework, Scorecard } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { RegionPacks } from '../parts/packs';
import { Page } from '../parts/page';
import { scorecardOf, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { arrangementOf } from './arrange';
import { Matrix } from './matrix';
import { Summary } from './summary';
import { Toolbar } from './toolbar';

export function RegionPage() {
  const { place } = usePlace();
  const { regions, frameworks } = useRegistry();
  const card = useAsked<Scorecard>(scorecardOf(place));
  const csv = scorecardOf(place, { format: 'csv' });
  const region = regions.get(place.region), framework = frameworks.get(place.framework);
  const arrangement = arrangementOf(place);
  return (
    <Page title={nameOf(region, place.region)} asked={card} csv={csv} choices={{ region: true, framework: true }}
      deck={<>{framework ? w.region.adopted(nameOf(framework, place.framework), framework.adopted_on, framework.place) : ''} {card.answer ? w.region.size(card.answer.commitments.length, card.answer.countries.length) : ''}</>}
      invented={region?.invented ? (region.described ?? '') : ''}>
      {(answer) => (
        <>
          <Summary card={answer} csv={csv} />
          {answer.cells.length > 0 ? <Toolbar arrangement={arrangement} /> : null}
          {arrangement.map ? <LazyMap card={answer} framework={framework} choice={arrangement.map} /> : null}
          <Matrix card={answer} framework={framework} arrangement={arrangement} />
          <RegionPacks region={place.region} />
        </>
      )}
    </Page>
  );
}

// The shapes and what draws them come only to who wants to see them.
interface MapProps { card: Scorecard; framework: Framework | undefined; choice: string }
function LazyMap(props: MapProps) {
  const [Drawn, setDrawn] = useState<ComponentType<MapProps> | null>(null);
  useEffect(() => { void import('./map/map').then(({ RegionMap }) => setDrawn(() => RegionMap)); }, []);
  return Drawn ? <Drawn {...props} /> : <p class="state" role="status">{w.map.loading}</p>;
}
