// What stands above the agenda: where the meeting stands between others, its figures, and how it ended.
import { useAsked } from '../asking';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Link } from '../parts/link';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { useRegistry } from '../registry';
import { count, span } from '../say';
import type { MeetingRoom, Meetings } from '../meetings/api';

export function Chain({ room }: { room: MeetingRoom }) {
  const { place } = usePlace();
  const all = useAsked<Meetings>(room.follows ? '/v1/meetings' + asked(place) : null, false);
  const before = all.answer?.meetings.find((m) => m.meeting === room.follows);
  if (!room.follows && room.followed_by.length === 0) return null;
  return (
    <nav class="chain screen" aria-label={w.meeting.chain}>
      <ol>
        {room.follows ? <Step role={w.meeting.before} id={room.follows} title={before?.title ?? room.follows} days={before?.starts_on ? span(before.starts_on, before.ends_on ?? '') : ''} /> : null}
        <li aria-current="page"><span class="role">{w.meeting.here}</span><span class="title"><Told>{room.title ?? room.meeting}</Told></span><small>{room.starts_on ? span(room.starts_on, room.ends_on ?? '') : ''}</small></li>
        {room.followed_by.map((m) => <Step key={m.meeting} role={w.meeting.after} id={m.meeting} title={m.title} days={span(m.starts_on, m.ends_on)} />)}
      </ol>
    </nav>
  );
}

function Step({ role, id, title, days }: { role: string; id: string; title: string; days: string }) {
  return (
    <li>
      <span class="role">{role}</span>
      <Link class="title" to={toPage(path`/meetings/${id}`)}><Told>{title}</Told></Link>
      <small>{days}</small>
    </li>
  );
}

export function Figures({ room }: { room: MeetingRoom }) {
  const { delegations: d } = room;
  const figures: [number, string][] = [[d.delegations, w.meeting.delegationsN(d.delegations)], [room.contributions_told, w.meeting.contributionsN(room.contributions_told)], [room.recommendations.length, w.meeting.recommendationsN(room.recommendations.length)]];
  if (d.delegations > d.without_figures) figures.push([d.young_people, w.meeting.young(d.young_people)]);
  return (
    <section aria-label={w.meeting.inNumbers}>
      <ul class="room-tally">
        {figures.map(([number, label]) => <li key={label}><span class="number">{count(number)}</span> <span class="label">{label}</span></li>)}
      </ul>
    </section>
  );
}

export function Outcome({ room }: { room: MeetingRoom }) {
  const { frameworks } = useRegistry();
  const { outcome } = room;
  if (!outcome) return null;
  return (
    <section class="outcome" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{w.meeting.outcome}</h2>
      <p><Told>{outcome.text}</Told> <small>{w.meeting.concluded(outcome.concluded_on)}</small></p>
      {outcome.adopted ? <p>{w.meeting.adopted} <Link to={{ ...toPage('/'), framework: outcome.adopted, ...(room.region ? { region: room.region } : {}) }}><Name of={frameworks.get(outcome.adopted)} id={outcome.adopted} /></Link></p> : null}
    </section>
  );
}

// Where several tell of one meeting, the others' words too.
export function Tellings({ room }: { room: MeetingRoom }) {
  const others = room.tellings.filter((t) => !t.counts);
  if (others.length === 0) return null;
  return (
    <details class="tellings">
      <summary>{w.meeting.toldOtherwise(others.length)}</summary>
      <ul>
        {others.map((t) => <li key={t.events.join()}><Told>{t.title}</Told> <small>{w.meeting.when(t.starts_on, t.ends_on, t.place)} {w.source.toldBy} <Actor id={t.told_by.actor} /> ({w.signs.standing[t.told_by.standing]}); {w.meeting.record(t.events.join(', '))}</small></li>)}
      </ul>
    </details>
  );
}
