// The moment of both clocks that is shown, in a sentence.
import { w } from '../language';
import { usePlace } from '../place';
import { date, moment, today } from '../say';

export function ClockLine({ as_of, known_at }: { as_of: string; known_at: string }) {
  const { place } = usePlace();
  const day = as_of || today();
  const words = w.shell.clock;
  return (
    <p class="clock" role="status">
      {words.asOf} <strong>{date(day)}</strong>{day === today() ? words.isToday : ''}
      {place.knownAt ? words.by : words.byAll}
      {known_at ? <>{place.knownAt ? '' : words.last}<strong>{moment(known_at)}</strong></> : null}{words.end}
    </p>
  );
}
