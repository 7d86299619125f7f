// Both clocks, with what is marked on them. It comes right after the first frame, which keeps its room.
import { useMemo } from 'preact/hooks';
import type { Asked } from '../../asking';
import { language, w } from '../../language';
import { usePlace } from '../../place';
import { useRegistry } from '../../registry';
import type { Choices } from '../controls';
import { AsOf } from './asof';
import { marksOf } from './days';
import { useBeginning, useMeetings } from './known';
import { KnownAt } from './knownat';

export interface Props { choices: Choices; clock: { as_of: string; known_at: string }; asked: Asked<unknown>; playing: (on: boolean) => void }

export function Time({ choices, clock, asked, playing }: Props) {
  const { place } = usePlace();
  const { frameworks } = useRegistry();
  const ready = asked.answer !== null || asked.trouble !== null;
  const meetings = useMeetings(ready), first = useBeginning(ready);
  const framework = choices.framework ? frameworks.get(place.framework) : undefined;
  const marks = useMemo(() => marksOf(framework, meetings, choices.region ? place.region : null), [framework, meetings, place.region, language]);
  return (
    <form class="time" aria-label={w.time.both} onSubmit={(e) => e.preventDefault()}>
      <AsOf day={clock.as_of} question={asked.path} current={asked.current} marks={marks} playing={playing} />
      <KnownAt latest={clock.known_at} asOf={clock.as_of} position={asked.current ? asked.position : ''} first={first} marks={marks.filter((m) => m.kind !== 'due')} />
    </form>
  );
}
