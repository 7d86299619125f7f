// What the meeting recommended, and the way of each into a framework.
import { useState } from 'preact/hooks';
import { w } from '../language';
import { Link } from '../parts/link';
import { Name, Told } from '../parts/told';
import { path, toPage } from '../place';
import { useRegistry } from '../registry';
import { count, item, listed, plainly } from '../say';
import type { MeetingRoom, Recommendation } from '../meetings/api';

const FIRST = 12;

export function Recommendations({ room }: { room: MeetingRoom }) {
  const [all, showAll] = useState(false);
  const list = all ? room.recommendations : room.recommendations.slice(0, FIRST);
  return (
    <section class="recommendations" id="recommendations" aria-labelledby="recommendations-title">
      <h2 id="recommendations-title">{w.meeting.recommendations}</h2>
      {room.recommendations.length === 0 ? <p>{w.meeting.noRecommendations}</p> : null}
      {list.length > 0 ? (
        <ol class="recommended">
          {list.map((r) => <li key={r.recommendation} data-recommendation={r.recommendation}><Recommended r={r} /><Way r={r} region={room.region} /></li>)}
        </ol>
      ) : null}
      {list.length < room.recommendations.length ? (
        <p class="fine screen">{w.shell.showing(count(list.length), count(room.recommendations.length))} <button type="button" class="lesser" onClick={() => showAll(true)}>{w.shell.showMore}</button></p>
      ) : null}
    </section>
  );
}

export function Recommended({ r }: { r: Recommendation }) {
  return (
    <>
      <p class="asks"><b>{r.recommendation.toUpperCase()}</b> <Told>{r.text}</Told></p>
      <p class="fine">
        {r.actors.length > 0 ? <span>{w.meeting.saidOf(listed(r.actors.map((a) => w.terms.kinds[a] ?? plainly(a).toLowerCase())))}</span> : null}
        {r.due ? <span>{w.meeting.due(r.due)}</span> : null}
        {r.disputed ? <span class="contested">{w.meeting.disputed}</span> : null}
        {r.citation ? <span>{w.source.cites} <Told>{r.citation}</Told></span> : null}
        <span>{w.meeting.record(r.events.join(', '))}</span>
      </p>
    </>
  );
}

// Recommendation → commitment, or the commitments that it says it bears on.
function Way({ r, region }: { r: Recommendation; region: string | null }) {
  const became = r.became.map((b) => b.id);
  const ids = became.length > 0 ? became : r.about;
  if (ids.length === 0) return <p class="way none">{w.meeting.neither}</p>;
  return (
    <p class="way">
      <span class="leads" aria-hidden="true" />
      <span>{became.length > 0 ? w.meeting.became : w.meeting.about}</span>
      {ids.map((id) => <CommitmentLink key={id} id={id} region={region} />)}
      {became.length === 0 ? <small>{w.meeting.notYetOne}</small> : null}
    </p>
  );
}

export function CommitmentLink({ id, region }: { id: string; region: string | null }) {
  const { frameworks } = useRegistry();
  const framework = id.split('/')[0] ?? '';
  return (
    <span class="commitment-link">
      <Link to={{ ...toPage(path`/commitments/${id}`), framework, ...(region ? { region } : {}) }}><b>{item(id)}</b> <Name of={frameworks.get(framework)} id={framework} /></Link>
    </span>
  );
}
