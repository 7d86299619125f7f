// What falls due and what is overdue, in a region or a country, by day or by the office in charge, as page, feed and calendar.
import { useAsked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { asked, path, type Place, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { count } from '../say';
import type { Reminder, Reminders } from './api';
import { Filters } from './filters';
import { DueTable } from './table';

const A_PAGE = '300';

export function RemindersPage() {
  const { place } = usePlace();
  const { regions, countries } = useRegistry();
  const { more } = place;
  const address = addressOf(place);
  const query = { within: more.within ?? '', state: more.state ?? '', kind: more.kind ?? '', focal_point: more.office ?? '' };
  const list = useAsked<Reminders>(address + asked(place, { ...query, limit: A_PAGE, cursor: more.cursor ?? '' }));
  const csv = address + asked(place, { ...query, format: 'csv' });
  const name = more.country ? nameOf(countries.get(more.country), more.country) : nameOf(regions.get(place.region), place.region);
  return (
    <Page title={w.reminders.title(name)} deck={w.reminders.deck} asked={list} csv={csv} choices={{ region: true }}>
      {(answer) => (
        <>
          <Filters answer={answer} />
          <section aria-labelledby="falls-due">
            <h2 id="falls-due">{leadOf(answer, more.state)}</h2>
            {more.kind || more.office ? <p class="fine">{w.reminders.narrowed}</p> : null}
            <p class="fine screen takes">
              {w.reminders.take} <a href={address + '.atom' + asked(place, query)}>{w.reminders.atom}</a> <a href={address + '.ics' + asked(place, query)}>{w.reminders.ics}</a> <a href={csv} download>{w.reminders.csv}</a>
            </p>
            {more.group === 'office' ? <ByOffice list={answer.reminders} /> : <ByState answer={answer} />}
            <Paging next={answer.next} />
          </section>
        </>
      )}
    </Page>
  );
}

const addressOf = ({ region, more }: Place): string => (more.country ? path`/v1/countries/${more.country}/reminders` : path`/v1/regions/${region}/reminders`);

// A state that was not asked for is not counted, so nothing is said of it.
function leadOf(answer: Reminders, state: string | undefined): string {
  const within = w.reminders.days(answer.within);
  return state === 'due' ? w.reminders.leadDue(answer.due, within) : state === 'overdue' ? w.reminders.leadOverdue(answer.overdue) : w.reminders.lead(answer.due, answer.overdue, within);
}

function ByState({ answer }: { answer: Reminders }) {
  const { more } = usePlace().place;
  const narrowed = more.kind || more.office ? w.reminders.none : '';
  const due = answer.reminders.filter((r) => r.state === 'due'), overdue = answer.reminders.filter((r) => r.state === 'overdue');
  return (
    <>
      {more.state === 'overdue' ? null : <Part id="due" title={w.reminders.fallsDue} list={due} empty={answer.due > 0 ? '' : narrowed || w.reminders.nothingDue(w.reminders.days(answer.within))} />}
      {more.state === 'due' ? null : <Part id="overdue" title={w.reminders.isOverdue} list={overdue} empty={answer.overdue > 0 ? '' : narrowed || w.reminders.nothingOverdue} />}
    </>
  );
}

function ByOffice({ list }: { list: Reminder[] }) {
  const offices = new Map<string, Reminder[]>();
  for (const r of list) for (const office of r.focal_points.length > 0 ? r.focal_points : ['']) offices.set(office, [...(offices.get(office) ?? []), r]);
  const order = [...offices].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b));
  return order.length === 0 ? <p class="state">{w.reminders.none}</p> : <>{order.map(([office, those]) => <Part key={office} id={office} title={office || w.reminders.noOffice} list={those} empty="" />)}</>;
}

function Part({ id, title, list, empty }: { id: string; title: string; list: Reminder[]; empty: string }) {
  if (list.length === 0 && !empty) return null;
  return (
    <section class="due-part" data-part={id}>
      <h3>{title} <small>{list.length > 0 ? count(list.length) : ''}</small></h3>
      {list.length === 0 ? <p>{empty}</p> : <DueTable list={list} label={title} />}
    </section>
  );
}

function Paging({ next }: { next: string | null }) {
  const { place } = usePlace();
  const { cursor, ...first } = place.more;
  if (!cursor && !next) return null;
  return (
    <p class="paging screen">
      {cursor ? <Link to={{ more: first }}>{w.reminders.first}</Link> : null}
      {next ? <Link to={{ more: { ...place.more, cursor: next } }}>{w.reminders.older}</Link> : null}
    </p>
  );
}
