// What changed in a region since its last meeting, a day or a position: from sign to sign, with the event that caused it.
import { useMemo } from 'preact/hooks';
import { useAsked } from '../asking';
import { w } from '../language';
import type { Meetings } from '../meetings/api';
import { Page } from '../parts/page';
import { kindOf } from '../parts/signs';
import { asked, path, type Place, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { today } from '../say';
import type { Changes } from './api';
import { List } from './list';
import { Moves } from './moves';
import { lastOf, Since } from './since';

export function ChangesPage() {
  const { place } = usePlace();
  const { regions, frameworks } = useRegistry();
  const meetings = useAsked<Meetings>('/v1/meetings' + asked({ ...place, asOf: '' }, { region: place.region }), false);
  const fallback = meetings.answer ? (lastOf(meetings.answer.meetings, place.asOf || today())?.ends_on ?? frameworks.get(place.framework)?.adopted_on ?? '1996') : null;
  const since = place.more.since || fallback;
  const address = path`/v1/regions/${place.region}/changes`;
  const query = { framework: place.framework, since: since ? asApi(since, place.more.by === 'ledger') : '', events: 'all' };  // all, since what is new is told by comparing them
  const changes = useAsked<Changes>(since ? address + asked(place, query) : null);
  const name = nameOf(regions.get(place.region), place.region), framework = frameworks.get(place.framework);
  return (
    <Page title={w.changes.title(name)} deck={framework ? w.changes.deck(nameOf(framework, place.framework)) : ''} asked={since ? changes : { ...changes, trouble: meetings.trouble, retry: meetings.retry }}
      csv={since ? address + asked(place, { ...query, format: 'csv' }) : undefined} choices={{ region: true, framework: true }} invented={regions.get(place.region)?.invented ? (regions.get(place.region)?.described ?? '') : ''}>
      {(answer) => (
        <>
          <Since meetings={meetings.answer?.meetings ?? []} since={since ?? ''} />
          <Result answer={answer} csv={address + asked(place, { ...query, format: 'csv' })} />
        </>
      )}
    </Page>
  );
}

// A day is a day in the world; asked for by what the ledger knew, it is that day's end.
const asApi = (since: string, byLedger: boolean): string => (byLedger && /^\d{4}-\d{2}-\d{2}$/.test(since) ? since + 'T23:59:59Z' : since);

function Result({ answer, csv }: { answer: Changes; csv: string }) {
  const { place } = usePlace();
  const signs = useMemo(() => answer.changes.filter((c) => kindOf(c.before) !== kindOf(c.after)), [answer]);
  const shown = place.more.all === '1' ? answer.changes : signs;
  const position = answer.since.includes(':') && !answer.since.includes('T');
  const world = !answer.since.includes(':');
  return (
    <section aria-labelledby="changes-title" class="changes">
      <h2 id="changes-title">{answer.changes.length === 0 ? w.changes.nothing : w.changes.lead(signs.length, answer.changes.length - signs.length, new Set(answer.changes.map((c) => c.country)).size)}</h2>
      <p class="fine">
        {world ? w.changes.comparedWorld(answer.since, answer.as_of) : position ? w.changes.comparedPosition : w.changes.comparedLedger(answer.since)}{' '}
        <span class="screen"><a href={csv} download>{w.changes.csv}</a> · <a href={feedOf(place, answer)}>{w.changes.feed}</a></span>
      </p>
      {answer.changes.length === 0 ? <p class="state">{world ? w.changes.nothingWorld : w.changes.nothingLedger}</p> : (
        <>
          <Moves changes={signs} />
          <List changes={shown} all={answer.changes.length} signs={signs.length} />
        </>
      )}
    </section>
  );
}

const feedOf = (place: Place, { since }: Changes): string => '/v1/activity.atom' + asked(place, { region: place.region, since });
