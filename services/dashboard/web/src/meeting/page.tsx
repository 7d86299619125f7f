// The room a meeting is held in: its agenda with what was said to each question, who came, what was recommended and what
// became of the last meeting's, what lands while one looks, and the pack to hand out.
import { useEffect } from 'preact/hooks';
import { type Asked, useAsked } from '../asking';
import { w } from '../language';
import { LivePanel } from '../live/panel';
import { type Live, useStream } from '../live/stream';
import type { Happened } from '../live/api';
import type { MeetingRoom } from '../meetings/api';
import type { PageProps } from '../pages';
import { Actor } from '../parts/actor';
import { Phrase } from '../parts/phrase';
import { Link } from '../parts/link';
import { Pack } from '../parts/packs';
import { Page } from '../parts/page';
import { Contents } from '../parts/section';
import { asked, path, toPage, usePlace } from '../place';
import { useRegistry } from '../registry';
import { listed } from '../say';
import { Agenda } from './agenda';
import { Delegations } from './delegations';
import { LastMeeting } from './followup';
import { Chain, Figures, Outcome, Tellings } from './head';
import { Recommendations } from './recommendations';

export function MeetingPage({ params }: PageProps) {
  const id = params.meeting!;
  const { place, go } = usePlace();
  const { regions } = useRegistry();
  const address = path`/v1/meetings/${id}`;
  const room = useAsked<MeetingRoom>(address + asked(place));
  const answer = room.answer?.meeting === id ? room.answer : null;
  const held = place.asOf !== '' || place.knownAt !== '';
  const on = !held && (place.more.live ? place.more.live === '1' : answer?.state === 'under_way');
  const states = answer?.region ? regions.get(answer.region)?.countries : undefined;
  const live = useStream('/v1/activity/stream', on, (entry) => concerns(entry, id, answer, states));
  useLook(room, live);
  const turn = (next: boolean) => go({ more: { ...place.more, live: next ? '1' : '0' } }, 'replace');
  const region = answer?.region ? regions.get(answer.region) : undefined;
  return (
    <Page title={answer?.title ?? id} asked={room} csv={address + asked(place, { format: 'csv' })} up={<Link to={toPage('/meetings')}>{w.meeting.allMeetings}</Link>}
      deck={answer ? <Deck room={answer} /> : ''} invented={region?.invented ? (region.described ?? '') : ''}>
      {(shown) => (
        <div class="aside-page room">
          <div>
            <Chain room={shown} />
            <Figures room={shown} />
            <Tellings room={shown} />
            <Contents parts={[['agenda', w.meeting.agenda], ['recommendations', w.meeting.recommendations], ['last', w.meeting.lastTitle], ['delegations', w.meeting.delegationsTitle], ['live', w.meeting.live], ['pack', w.meeting.pack]]} />
            <Outcome room={shown} />
            <Agenda room={shown} fresh={new Set(live.entries.map((entry) => entry.position))} csv={address + '/contributions' + asked(place, { format: 'csv' })} />
            <Recommendations room={shown} />
            <LastMeeting room={shown} />
            <Delegations room={shown} />
          </div>
          <aside>
            <div>
              <LivePanel live={live} on={on} turn={turn} about={w.meeting.liveAbout} empty={w.meeting.liveEmpty} />
              <SinceThen room={shown} />
            </div>
            <Pack meeting={id} />
          </aside>
        </div>
      )}
    </Page>
  );
}

function Deck({ room }: { room: MeetingRoom }) {
  if (!room.starts_on) return <>{w.meeting.untold}</>;
  return (
    <>
      <strong class="day">{w.meeting.when(room.starts_on, room.ends_on ?? '', room.place)}</strong> {room.state && room.state !== 'held' ? `${w.meeting.state[room.state]}. ` : ''}
      {room.organisers.length > 0 ? <Phrase say={(...who) => w.meeting.organisers(listed(who))} put={room.organisers.map((o) => <Actor id={o.stakeholder} />)} /> : ''}
    </>
  );
}

// What changed in the region's promises since the session began, and since the meeting before.
function SinceThen({ room }: { room: MeetingRoom }) {
  const framework = room.frameworks.at(-1);
  if (!room.region || !framework || room.starts_on?.length !== 10) return null;
  return <p class="fine screen feed-line"><Link to={{ ...toPage('/changes', { since: room.starts_on + 'T00:00:00Z' }), region: room.region, framework }}>{w.meeting.sinceThen}</Link></p>;
}

// What is told of the meeting itself, of its region and of the countries of its region.
function concerns(entry: Happened, id: string, room: MeetingRoom | null, states: string[] | undefined): boolean {
  const [kind, subject = ''] = entry.subject.split('/');
  if (kind === 'meeting') return subject === id;
  if (kind === 'region') return subject === room?.region;
  return kind === 'country' && (room?.region === null || (states?.includes(subject) ?? false));
}

// A meeting's own news is looked at at once, and once more for a read model that was still a moment behind.
function useLook(room: Asked<MeetingRoom>, live: Live): void {
  const latest = live.entries.find((entry) => entry.subject.startsWith('meeting/'))?.position;
  useEffect(() => {
    if (!latest) return;
    room.retry();
    const timer = window.setTimeout(room.retry, 1500);
    return () => clearTimeout(timer);
  }, [latest]);
}
