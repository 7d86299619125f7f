// The ledger's clock: what was known by when, from its first record on; or pinned to a position, so that whoever follows the
// link reads the same for ever.
import { useEffect, useRef, useState } from 'preact/hooks';
import { w } from '../../language';
import { usePlace } from '../../place';
import { date, isPosition, recordsIn, today } from '../../say';
import { Copy } from '../copy';
import type { Mark } from './days';
import { Track } from './track';

interface Props { latest: string; asOf: string; position: string; first: string | null; marks: Mark[] }

export function KnownAt({ latest, asOf, position, first, marks }: Props) {
  const { place, go } = usePlace();
  const [dragged, drag] = useState<string | null>(null);
  const timer = useRef(0);
  useEffect(() => drag(null), [place.knownAt]);
  const pinned = isPosition(place.knownAt);
  const shown = dragged ?? (pinned ? today() : (place.knownAt || latest || today()).slice(0, 10));
  const turn = (knownAt: string) => {
    drag(knownAt);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => go({ knownAt: knownAt >= today() ? '' : knownAt }, 'replace'), 120);
  };
  return (
    <fieldset class="clockwork known-at">
      <legend class="heard">{w.shell.knownAt}</legend>
      <div class="row">
        <label class="day"><span>{w.shell.knownAt}</span> <input type="date" aria-label={w.shell.knownAt} value={pinned ? '' : shown} max={today()} min={first ?? undefined} onChange={(e) => e.currentTarget.value && go({ knownAt: e.currentTarget.value })} /></label>
        <button type="button" class="now" aria-pressed={!place.knownAt} onClick={() => go({ knownAt: '' })}>{w.shell.allKnown}</button>
        <button type="button" class="now" aria-pressed={pinned} disabled={!pinned && !position} title={w.time.pinMeans} onClick={() => go({ asOf, knownAt: position })}>{w.time.pin}</button>
      </div>
      {pinned ? (
        <p class="pinned" role="status">{w.time.pinned(recordsIn(place.knownAt))} <Copy text={() => location.href}>{w.time.copy}</Copy></p>
      ) : first && first < today() ? (
        <Track label={w.shell.knownAtSlider} first={first} last={today()} day={shown} says={date(shown)} marks={marks} lanes={3} turn={turn} jump={(knownAt) => go({ knownAt })} />
      ) : first ? <p class="fine">{w.time.begunToday}</p> : null}
    </fieldset>
  );
}
