// A region's matrix, the hero of the house.
import { w } from '../language';
import { Later } from '../later';
import { Page } from '../parts/page';
import { scorecardOf, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { arrangementOf } from './arrange';
import { useCard } from './card';
import { Matrix } from './matrix';
import { Summary } from './summary';
import { Toolbar } from './toolbar';

export function RegionPage() {
  const { place } = usePlace();
  const { regions, frameworks } = useRegistry();
  const { asked, card } = useCard(place);
  const csv = scorecardOf(place, { format: 'csv' });
  const region = regions.get(place.region), framework = frameworks.get(place.framework);
  const arrangement = arrangementOf(place);
  return (
    <Page title={nameOf(region, place.region)} asked={asked} csv={csv} choices={{ region: true, framework: true }}
      deck={<>{framework ? w.region.adopted(nameOf(framework, place.framework), framework.adopted_on, framework.place) : ''} {card ? w.region.size(card.commitments.length, card.countries.length) : ''}</>}
      invented={region?.invented ? (region.described ?? '') : ''}>
      {() => card && (
        <>
          <Summary card={card} csv={csv} />
          {card.cells.length > 0 ? <Toolbar arrangement={arrangement} /> : null}
          {arrangement.map ? <Later load={map} props={{ card, framework, choice: arrangement.map }}><p class="state" role="status">{w.map.loading}</p></Later> : null}
          <Matrix card={card} framework={framework} arrangement={arrangement} />
          <Later load={packs} props={{ region: place.region }} whenSeen />
        </>
      )}
    </Page>
  );
}

// The shapes and what draws them come only to who wants to see them, the packs to who scrolls down to them.
const map = async () => (await import('./map/map')).RegionMap;
const packs = async () => (await import('../parts/packs')).RegionPacks;
