// What lands while one looks: that it is live or not, how old the last event is, a button to pause, and a bounded list.
import { useEffect, useRef, useState } from 'preact/hooks';
import { w } from '../language';
import { Told } from '../parts/told';
import { usePlace } from '../place';
import { count } from '../say';
import { ago, useNow } from './ago';
import { Entry } from './entry';
import type { Live } from './stream';

interface Props { live: Live; on: boolean; turn: (on: boolean) => void; about: string; empty: string }

export function LivePanel({ live, on, turn, about, empty }: Props) {
  const { place, go } = usePlace();
  const now = useNow();
  const held = place.asOf !== '' || place.knownAt !== '';
  const last = live.entries[0];
  return (
    <section id="live" class={`livebox ${held ? 'paused' : live.state}`} aria-labelledby="live-title" data-live={held ? 'held' : live.state}>
      <div class="livebox-head">
        <h2 id="live-title"><span class="beacon" aria-hidden="true" />{w.live[held ? 'paused' : live.state]}</h2>
        {held ? (
          <button type="button" onClick={() => go({ asOf: '', knownAt: '' })}>{w.live.toPresent}</button>
        ) : (
          <button type="button" aria-pressed={on} onClick={() => turn(!on)}>{on ? w.live.pause : w.live.follow}</button>
        )}
      </div>
      <p class="fine">
        {held ? w.live.held : live.state === 'refused' ? live.trouble : about}{' '}
        {!held && on ? (last ? w.live.lastEvent(ago(new Date(last.recordedtime), now)) : w.live.noneYet) : ''}{' '}
        {!held && on && live.heardAt ? w.live.heard(ago(live.heardAt, now)) : ''}
      </p>
      <Announcer live={live} />
      {live.entries.length === 0 ? (
        !held && on ? <p class="fine">{empty}</p> : null
      ) : (
        <ol class="happenings">{live.entries.map((entry) => <Entry key={entry.position} entry={entry} />)}</ol>
      )}
      {live.fallenOut > 0 ? <p class="fine">{w.live.fallenOut(live.fallenOut)}</p> : null}
    </section>
  );
}

// Said politely to a screen reader: how many are new and what the last one says, at most every few seconds.
function Announcer({ live }: { live: Live }) {
  const [said, say] = useState({ count: 0, sentence: '' });
  const told = useRef(0);
  const total = live.entries.length + live.fallenOut;
  useEffect(() => {
    if (total < told.current) told.current = total;
    if (total === told.current) return;
    const timer = window.setTimeout(() => {
      say({ count: total - told.current, sentence: live.entries[0]?.sentence ?? '' });
      told.current = total;
    }, 1500);
    return () => clearTimeout(timer);
  }, [total]);
  return <p class="heard" role="status" aria-live="polite">{said.count > 0 ? <>{w.live.arrived(count(said.count), said.count)} <Told>{said.sentence}</Told></> : ''}</p>;
}
