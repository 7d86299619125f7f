// One field of the map: who does this work in the country now, who did, and what would fill a gap.
import { useAsked } from '../asking';
import { w } from '../language';
import { Panel } from '../parts/panel';
import { Name } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { useRegistry } from '../registry';
import { Link } from '../parts/link';
import { plainly } from '../say';
import type { ProgrammeMap, Programmes } from './api';
import { Entry } from './entry';

export function FieldPanel({ field, map }: { field: string; map: ProgrammeMap }) {
  const { place, go } = usePlace();
  const { countries } = useRegistry();
  const [country = '', activity = ''] = field.split('/');
  const answer = useAsked<Programmes>(path`/v1/countries/${country}/programmes` + asked(place, { activity, limit: '200' }));
  const all = answer.answer?.programmes ?? [];
  const live = all.filter((p) => p.state === 'live' && !p.region_wide);
  const acrossRegion = all.filter((p) => p.state === 'live' && p.region_wide);
  const earlier = all.filter((p) => p.state !== 'live');
  const close = () => go({ more: { ...place.more, field: '' } });
  const entries = (list: typeof all) => <ol class="works">{list.map((p) => <Entry key={p.programme} programme={p} />)}</ol>;
  return (
    <Panel title={<Link to={toPage(path`/countries/${country}`)}><Name of={countries.get(country)} id={country} /></Link>} close={close}>
      <p class="wording">{w.programmes.activities[activity] ?? plainly(activity)} <span class="fine">{w.programmes.areas[map.activities.find((a) => a.activity === activity)?.area ?? '']}</span></p>
      {answer.answer ? (
        <>
          {live.length > 0 ? <section><h3>{w.programmes.here}</h3>{entries(live)}</section> : (
            <div class="verdict"><span class="swatch gap" aria-hidden="true" /><p><strong>{w.programmes.nobody}</strong> {w.programmes.wouldFill}</p></div>
          )}
          {acrossRegion.length > 0 ? <section><h3>{w.programmes.wide}</h3>{entries(acrossRegion)}</section> : null}
          {earlier.length > 0 ? <section><h3>{w.programmes.earlier}</h3>{entries(earlier)}</section> : null}
          <p class="fine">{w.evidence.asOf(answer.answer.as_of, answer.answer.known_at)} <a href={path`/v1/countries/${country}/programmes` + asked(place, { activity })}>{w.evidence.json}</a></p>
        </>
      ) : <p class="state" role="status">{answer.trouble ? answer.trouble.message : w.shell.waiting}</p>}
    </Panel>
  );
}
