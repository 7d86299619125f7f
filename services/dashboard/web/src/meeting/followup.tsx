// What became of the last meeting's recommendations: for each the commitments it became or bears on, how the countries stood
// on them at this meeting and stand now, and what was said about it here. A bar for the counts, the countries by name beneath.
import { useState } from 'preact/hooks';
import type { Status } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { Told } from '../parts/told';
import { asked, path, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { compare, count, date, item } from '../say';
import type { FollowedUp, MeetingRoom, OnDay, Recommendations } from '../meetings/api';
import { Said } from './agenda';
import { Recommended } from './recommendations';

const ORDER: Status[] = ['met', 'met_late', 'in_progress', 'open', 'lapsed', 'overdue'];
const FIRST = 8;

export const statusInWords = (status: Status): string => (status === 'open' ? w.meeting.open : w.signs[status].label);

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
              <Became r={r} />
            </li>
          ))}
        </ol>
      ) : null}
      {!all && list.length > FIRST ? <p class="fine screen">{w.shell.showing(count(FIRST), count(list.length))} <button type="button" class="lesser" onClick={() => showAll(true)}>{w.shell.showMore}</button></p> : null}
    </section>
  );
}

function Became({ r }: { r: FollowedUp }) {
  return (
    <>
      {r.commitments.length === 0 ? <p class="fine">{w.meeting.noMeasure}</p> : null}
      {r.commitments.map((c) => (
        <div class="measure" key={c.id} data-commitment={c.id}>
          <p class="fine"><span>{c.became ? w.meeting.became : w.meeting.about}</span> <b>{item(c.id)}</b>{c.wording === r.text ? '' : <> <Told>{c.wording}</Told></>}</p>
          {c.at_next_meeting ? <Bar day={c.at_next_meeting} /> : null}
          {c.now ? <Bar day={c.now} /> : null}
          <Countries commitment={c.id} then={c.at_next_meeting} now={c.now} />
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

function Countries({ commitment, then, now }: { commitment: string; then: OnDay | null; now: OnDay | null }) {
  const { countries } = useRegistry();
  const [open, setOpen] = useState(false);
  const before = new Map(then?.countries.map((c) => [c.country, c.status])), after = new Map(now?.countries.map((c) => [c.country, c.status]));
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => compare(nameOf(countries.get(a), a), nameOf(countries.get(b), b)));
  const said = (status: Status | undefined) => (status ? statusInWords(status) : '');
  return (
    <details class="by-country" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.meeting.byCountries(codes.length)}</summary>
      {open ? (
        <table class="sums">
          <thead><tr><th scope="col">{w.meeting.country}</th>{then ? <th scope="col">{date(then.as_of)}</th> : null}{now ? <th scope="col">{date(now.as_of)}</th> : null}</tr></thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code} data-country={code}>
                <th scope="row"><Link to={{ why: `${code}/${commitment}` }}>{nameOf(countries.get(code), code)}</Link></th>
                {then ? <td data-status={before.get(code)}>{said(before.get(code))}</td> : null}
                {now ? <td data-status={after.get(code)} class={before.get(code) !== after.get(code) ? 'changed' : ''}>{said(after.get(code))}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </details>
  );
}
