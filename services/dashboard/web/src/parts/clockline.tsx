// The moment of both clocks that is shown, in a sentence; not read aloud while it runs.
import { w } from '../language';
import { usePlace } from '../place';
import { date, isPosition, moment, recordsIn, today } from '../say';

export function ClockLine({ as_of, known_at, quiet = false }: { as_of: string; known_at: string; quiet?: boolean }) {
  const { place } = usePlace();
  const day = as_of || today();
  const words = w.shell.clock;
  const pinned = isPosition(known_at);
  const known = pinned ? w.time.pinnedClock(recordsIn(known_at)) : moment(known_at);
  const end = known.endsWith(words.end) ? '' : words.end; // a date may bring its own full stop
  return (
    <p class="clock" role="status" aria-live={quiet ? 'off' : 'polite'}>
      {words.asOf} <strong>{date(day)}</strong>{day === today() ? words.isToday : ''}
      {pinned ? words.pinned : place.knownAt ? words.by : words.byAll}
      {known_at ? <>{place.knownAt ? '' : words.last}<strong title={pinned ? known_at : ''}>{known}</strong></> : null}{end}
    </p>
  );
}
