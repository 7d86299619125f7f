// Meetings in time: who took up whose recommendations, drawn, and the same as a table.
import { useAsked } from '../asking';
import { useAskedAll } from '../asking-many';
import { w } from '../language';
import { Link } from '../parts/link';
import { PackLinks } from '../parts/packs';
import { Page } from '../parts/page';
import { type Column, Table } from '../parts/table';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import type { Meeting, MeetingRoom, Meetings } from './api';
import { Lanes, type Way } from './lanes';

export function MeetingsPage() {
  const { place } = usePlace();
  const list = useAsked<Meetings>('/v1/meetings' + asked(place));
  return (
    <Page title={w.meetings.title} deck={w.meetings.deck} asked={list} csv={'/v1/meetings' + asked(place, { format: 'csv' })}>
      {({ meetings }) => (meetings.length === 0 ? <p class="state">{w.meetings.empty}</p> : <InTime meetings={meetings} />)}
    </Page>
  );
}

// A world congress may name the next one without that one naming it; so those are asked what follows them.
function InTime({ meetings }: { meetings: Meeting[] }) {
  const { place } = usePlace();
  const world = meetings.filter((m) => m.region === null && m.starts_on !== null).slice(0, 12);
  const { answer } = useAskedAll<MeetingRoom>(world.map((m) => path`/v1/meetings/${m.meeting}` + asked(place)));
  const ways: Way[] = meetings.flatMap((m) => (m.follows ? [{ from: m.follows, to: m.meeting }] : []));
  for (const room of answer ?? [])
    for (const next of room.followed_by) if (!ways.some((way) => way.from === room.meeting && way.to === next.meeting)) ways.push({ from: room.meeting, to: next.meeting });
  return <><Lanes meetings={meetings} ways={ways} /><All meetings={meetings} ways={ways} /></>;
}

function All({ meetings, ways }: { meetings: Meeting[]; ways: Way[] }) {
  const { regions, frameworks } = useRegistry();
  const titles = new Map(meetings.map((m) => [m.meeting, m.title]));
  const whose = (m: Meeting) => (m.region ? nameOf(regions.get(m.region), m.region) : w.meetings.world);
  const columns: Column<Meeting>[] = [
    { id: 'when', head: w.meetings.when, kind: 'date', by: (m) => m.starts_on, cell: (m) => (m.starts_on ? w.meetings.days(m.starts_on, m.ends_on ?? '') : w.meetings.untold) },
    {
      id: 'what', head: w.meetings.what, rowHead: true, by: (m) => m.title ?? m.meeting,
      cell: (m) => <><Link to={toPage(path`/meetings/${m.meeting}`)}><Told>{m.title ?? m.meeting}</Told></Link>{m.state && w.meetings.state[m.state] ? <small> {w.meetings.state[m.state]}</small> : null}</>,
    },
    { id: 'where', head: w.meetings.where, by: (m) => m.place, cell: (m) => (m.place ? <Told>{m.place}</Told> : null) },
    { id: 'whose', head: w.meetings.whose, by: whose, cell: whose },
    { id: 'adopted', head: w.meetings.adopted, cell: (m) => (m.adopted ? <Link to={{ ...toPage('/'), framework: m.adopted, ...(m.region ? { region: m.region } : {}) }}><Name of={frameworks.get(m.adopted)} id={m.adopted} /></Link> : null) },
    {
      id: 'follows', head: w.meetings.follows,
      cell: (m) => ways.filter((way) => way.to === m.meeting).map(({ from }) => <p key={from}>{from === m.follows ? '' : <small>{w.meetings.nextAfter} </small>}<Link to={toPage(path`/meetings/${from}`)}><Told>{titles.get(from) ?? from}</Told></Link></p>),
    },
    { id: 'pack', head: w.meetings.pack, cell: (m) => <PackLinks meeting={m.meeting} /> },
  ];
  return (
    <section aria-labelledby="list-title" class="all-meetings">
      <h2 id="list-title">{w.meetings.list}</h2>
      <Table name="list" label={w.meetings.list} columns={columns} rows={meetings} keyOf={(m) => m.meeting} data={(m) => ({ 'data-meeting': m.meeting })} />
    </section>
  );
}
