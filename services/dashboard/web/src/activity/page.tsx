// What happened, newest first, with filters, pages, a feed, and the same as it lands.
import { useMemo } from 'preact/hooks';
import { useAsked } from '../asking';
import type { Activity, Happened } from '../live/api';
import { Entry } from '../live/entry';
import { LivePanel } from '../live/panel';
import { useStream } from '../live/stream';
import { w } from '../language';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { asked, usePlace } from '../place';
import { date } from '../say';
import { Filters, filtersOf } from './filters';

const A_PAGE = '50';

export function ActivityPage() {
  const { place, go } = usePlace();
  const { more } = place;
  const filters = filtersOf(place);
  const query = { ...filters, limit: A_PAGE, cursor: more.cursor ?? '' };
  const list = useAsked<Activity>('/v1/activity' + asked(place, query), !more.cursor);
  const on = more.live === '1' && !place.asOf && !place.knownAt;
  const live = useStream('/v1/activity/stream' + asked({ ...place, asOf: '', knownAt: '' }, filters), on);
  const csv = '/v1/activity' + asked(place, { ...query, format: 'csv' });
  const turn = (next: boolean) => go({ more: { ...more, live: next ? '1' : '' } }, 'replace');
  return (
    <Page title={w.activity.title} deck={w.activity.deck} asked={list} csv={csv}>
      {(answer) => (
        <div class="aside-page">
          <div>
            <Filters />
            <List answer={answer} cursor={more.cursor ?? ''} />
          </div>
          <aside>
            <LivePanel live={live} on={on} turn={turn} about={w.activity.about} empty={w.live.empty} />
            <p class="fine screen feed"><a href={'/v1/activity.atom' + asked(place, filters)}>{w.activity.feed}</a></p>
          </aside>
        </div>
      )}
    </Page>
  );
}

function List({ answer, cursor }: { answer: Activity; cursor: string }) {
  const { place } = usePlace();
  const days = useMemo(() => byDay(answer.entries), [answer]);
  const { cursor: _, ...first } = place.more;
  return (
    <section aria-labelledby="list-title" class="happened">
      <h2 id="list-title">{w.activity.list}</h2>
      {answer.entries.length === 0 ? <p class="state">{answer.next ? w.activity.emptyPage : w.activity.empty}</p> : <p class="fine">{w.activity.onPage(answer.entries.length, answer.next !== null)}</p>}
      {days.map(([day, entries]) => (
        <section key={day}>
          <h3>{w.activity.learnedOn(date(day))}</h3>
          <ol class="happenings">{entries.map((entry) => <Entry key={entry.position} entry={entry} />)}</ol>
        </section>
      ))}
      <p class="paging screen">
        {cursor ? <Link to={{ more: first }}>{w.activity.newest}</Link> : null}
        {answer.next ? <Link to={{ more: { ...place.more, cursor: answer.next } }}>{w.activity.older}</Link> : null}
      </p>
    </section>
  );
}

function byDay(entries: Happened[]): [string, Happened[]][] {
  const days = new Map<string, Happened[]>();
  for (const entry of entries) {
    const day = entry.recordedtime.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
