// Meetings in time: who took up whose recommendations, drawn, and the same as a table.
import { useAsked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { PackLinks } from '../parts/packs';
import { Page } from '../parts/page';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { useRegistry } from '../registry';
import type { Meeting, Meetings } from './api';
import { Lanes } from './lanes';

export function MeetingsPage() {
  const { place } = usePlace();
  const list = useAsked<Meetings>('/v1/meetings' + asked(place));
  return (
    <Page title={w.meetings.title} deck={w.meetings.deck} asked={list} csv={'/v1/meetings' + asked(place, { format: 'csv' })}>
      {({ meetings }) => (meetings.length === 0 ? <p class="state">{w.meetings.empty}</p> : <><Lanes meetings={meetings} /><Table meetings={meetings} /></>)}
    </Page>
  );
}

function Table({ meetings }: { meetings: Meeting[] }) {
  const { regions, frameworks } = useRegistry();
  const titles = new Map(meetings.map((m) => [m.meeting, m.title]));
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title">{w.meetings.list}</h2>
      <div class="list-box" role="region" aria-labelledby="list-title" tabIndex={0}>
        <table class="list meetings">
          <thead><tr>{[w.meetings.when, w.meetings.what, w.meetings.where, w.meetings.whose, w.meetings.adopted, w.meetings.follows, w.meetings.pack].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
          <tbody>
            {meetings.map((m) => (
              <tr key={m.meeting} data-meeting={m.meeting}>
                <td class="days">{m.starts_on ? w.meetings.days(m.starts_on, m.ends_on ?? '') : w.meetings.untold}</td>
                <th scope="row">
                  <Link to={toPage(path`/meetings/${m.meeting}`)}><Told>{m.title ?? m.meeting}</Told></Link>
                  {m.state && w.meetings.state[m.state] ? <small> {w.meetings.state[m.state]}</small> : null}
                </th>
                <td data-label={w.meetings.where}>{m.place ? <Told>{m.place}</Told> : null}</td>
                <td data-label={w.meetings.whose}>{m.region ? <Name of={regions.get(m.region)} id={m.region} /> : w.meetings.world}</td>
                <td data-label={w.meetings.adopted}>{m.adopted ? <Link to={{ ...toPage('/'), framework: m.adopted, ...(m.region ? { region: m.region } : {}) }}><Name of={frameworks.get(m.adopted)} id={m.adopted} /></Link> : null}</td>
                <td data-label={w.meetings.follows}>{m.follows ? <Link to={toPage(path`/meetings/${m.follows}`)}><Told>{titles.get(m.follows) ?? m.follows}</Told></Link> : null}</td>
                <td data-label={w.meetings.pack}><PackLinks meeting={m.meeting} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
