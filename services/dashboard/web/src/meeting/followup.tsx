// What became of the last meeting's recommendations: for each the commitments it became or bears on, how the countries stood
// on them at this meeting and stand now, and what was said about it here. A bar for the counts, the countries by name beneath.
import { useState } from 'preact/hooks';
import type { Status } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Told } from '../parts/told';
import { asked, path, usePlace } from '../place';
import { count, item } from '../say';
import type { FollowedUp, MeetingRoom, OnDay, Recommendations } from '../meetings/api';
import { Said } from './agenda';
import { Countries, statusInWords } from './countries';
import { Recommended } from './recommendations';

const ORDER: Status[] = ['met', 'met_late', 'in_progress', 'open', 'lapsed', 'overdue'];
const FIRST = 8;

export function LastMeeting({ room }: { room: MeetingRoom }) {
  const { place } = usePlace();
  const [all, showAll] = useState(false);
  const last = useAsked<Recommendations>(room.follows ? path`/v1/meetings/${room.follows}/recommendations` + asked(place) : null);
  const list = last.answer?.recommendations ?? [];
  return (
    <section class="followup" id="last" aria-labelledby="followup-title">
      <h2 id="followup-title">{w.meeting.lastTitle}</h2>
      {!room.follows ? <p>{w.meeting.followsNone}</p> : !last.answer ? <p class="fine">{w.shell.waiting}</p> : list.length === 0 ? <p>{w.meeting.lastNone}</p> : <p class="fine">{w.meeting.lastLead(list.length)}</p>}
      {list.length > 0 ? (
        <ol class="recommended">
          {(all ? list : list.slice(0, FIRST)).map((r) => (
            <li key={r.recommendation} data-recommendation={r.recommendation}>
              <Recommended r={r} />
              <Became r={r} region={room.region} />
            </li>
          ))}
        </ol>
      ) : null}
      {!all && list.length > FIRST ? <p class="fine screen">{w.shell.showing(count(FIRST), count(list.length))} <button type="button" class="lesser" onClick={() => showAll(true)}>{w.shell.showMore}</button></p> : null}
    </section>
  );
}

function Became({ r, region }: { r: FollowedUp; region: string | null }) {
  return (
    <>
      {r.commitments.length === 0 ? <p class="fine">{w.meeting.noMeasure}</p> : null}
      {r.commitments.map((c) => (
        <div class="measure" key={c.id} data-commitment={c.id}>
          <p class="fine"><span>{c.became ? w.meeting.became : w.meeting.about}</span> <b>{item(c.id)}</b>{c.wording === r.text ? '' : <> <Told>{c.wording}</Told></>}</p>
          {c.at_next_meeting ? <Bar day={c.at_next_meeting} /> : null}
          {c.now ? <Bar day={c.now} /> : null}
          <Countries commitment={c.id} then={c.at_next_meeting} now={c.now} region={region} />
        </div>
      ))}
      {r.said_at_next.length > 0 ? <details open class="said-next"><summary>{w.meeting.saidNext(r.said_at_next.length)}</summary><Said list={r.said_at_next} /></details> : null}
    </>
  );
}

function Bar({ day }: { day: OnDay }) {
  const shown = ORDER.filter((status) => day.counts[status] > 0);
  return (
    <div class="stood">
      <span class="day">{w.meeting.stood(day.as_of)}</span>
      <span class="counted">
        <span class="bar" aria-hidden="true">{shown.map((status) => <span key={status} class={status === 'open' ? 'silent' : status} style={{ flexGrow: day.counts[status] }} />)}</span>
        <span class="fine">{shown.map((status) => <span key={status} data-status={status} data-count={day.counts[status]}>{w.meeting.ofStatus(day.counts[status], statusInWords(status))}</span>)}</span>
      </span>
    </div>
  );
}
