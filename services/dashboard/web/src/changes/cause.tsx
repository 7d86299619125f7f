// Why a cell changed: the events that explain it now and did not before; where there are none, what the clocks did.
import type { Told as Event } from '../api';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Phrase } from '../parts/phrase';
import { recordOf, typeInWords } from '../record';
import type { Change } from './api';

const SHOWN = 3;

export function Cause({ change, due, events }: { change: Change; due: string | null; events: Map<string, Event> }) {
  const before = new Set(change.before.events);
  const fresh = change.after.events.filter((position) => !before.has(position));
  const known = fresh.map((position) => events.get(position)).filter((e) => e !== undefined);
  if (fresh.length === 0) return <p class="fine">{silently(change, due)}</p>;
  return (
    <ul class="causes">
      {known.slice(-SHOWN).reverse().map((event) => (
        <li key={event.position}>
          <a href={recordOf(event)}>{w.changes.cause(typeInWords(event.type), event.on ?? null)}</a>{w.signs.join}
          <small><Phrase say={(who) => w.changes.toldBy(who!, w.signs.standing[event.standing])} put={[<Actor id={event.actor} />]} />; {w.live.record(event.position)}</small>
        </li>
      ))}
      {known.length < fresh.length ? <li><small>{fresh.filter((p) => !events.has(p)).map(w.live.record).join('; ')}</small></li> : null}
      {change.after.disputed && !change.before.disputed ? <li>{w.changes.disputedNow}</li> : null}
    </ul>
  );
}

// No new event: a date passed, something ended, or what was told was taken back.
function silently({ before, after }: Change, due: string | null): string {
  if (after.disputed !== before.disputed) return after.disputed ? w.changes.disputedNow : w.changes.disputedThen;
  if (after.events.length < before.events.length) return w.changes.withdrawn;
  if (after.status === 'lapsed') return w.changes.ended;
  if (after.status === 'overdue' && (before.status === 'open' || before.status === 'in_progress') && due) return w.changes.datePassed(due);
  return w.changes.timePassed;
}
