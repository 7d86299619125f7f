// Young people in a region: where what they say differs from what their government tells, how far they took part, and the
// committees of their own.
import { useAsked } from '../asking';
import { w } from '../language';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { asked, path, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import type { Participation, RegionCommittees, YouthView } from './api';
import { CommitteeList } from './committees';
import { Processes } from './processes';
import { TwoViews } from './views';

export function YouthPage() {
  const { place } = usePlace();
  const { regions } = useRegistry();
  const view = path`/v1/regions/${place.region}/youth-view`, took = path`/v1/regions/${place.region}/participation`, bodies = path`/v1/regions/${place.region}/youth-committees`;
  const framework = { framework: place.framework };
  const views = useAsked<YouthView>(view + asked(place, framework));
  const participation = useAsked<Participation>(took + asked(place, { limit: '1000' }));
  const committees = useAsked<RegionCommittees>(bodies + asked(place, { state: 'all' }));
  const csvs = { views: view + asked(place, { ...framework, format: 'csv' }), took: took + asked(place, { format: 'csv' }), bodies: bodies + asked(place, { state: 'all', format: 'csv' }) };
  return (
    <Page title={w.youth.title(nameOf(regions.get(place.region), place.region))} asked={views} csv={csvs.views} choices={{ region: true, framework: true }} deck={w.youth.deck}>
      {(answer) => (
        <>
          <TwoViews answer={answer} csv={csvs.views} />
          <Section id="participation" title={w.youth.tookPart} asked={participation}>{(a) => <Processes answer={a} csv={csvs.took} />}</Section>
          <Section id="committees" title={w.youth.committees} asked={committees}>{(a) => <CommitteeList answer={a} csv={csvs.bodies} />}</Section>
        </>
      )}
    </Page>
  );
}
