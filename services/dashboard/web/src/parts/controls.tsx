// What the reader may turn: region, framework and the two clocks (time/). Everything lands in the address.
import { useMemo } from 'preact/hooks';
import type { Asked } from '../asking';
import { language, w } from '../language';
import { usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { AsOf } from './time/asof';
import { marksOf } from './time/days';
import { useBeginning, useMeetings } from './time/known';
import { KnownAt } from './time/knownat';

export interface Choices { region?: boolean; framework?: boolean; clocks?: boolean }

// Region and framework.
export function Controls({ choices }: { choices: Choices }) {
  const { place, go } = usePlace();
  const { regions, frameworks } = useRegistry();
  if (!choices.region && !choices.framework) return null;
  return (
    <form class="controls" aria-label={w.shell.controls} onSubmit={(e) => e.preventDefault()}>
      {choices.region ? <Choice label={w.shell.region} value={place.region} go={(region) => go({ region, why: '' })} options={[...regions].map(([id, r]) => [id, nameOf(r, id)])} /> : null}
      {choices.framework ? <Choice label={w.shell.framework} value={place.framework} go={(framework) => go({ framework, why: '' })} options={[...frameworks].map(([id, f]) => [id, nameOf(f, id)])} /> : null}
    </form>
  );
}

// Both clocks, with what is marked on them.
export function Time({ choices, clock, asked, playing }: { choices: Choices; clock: { as_of: string; known_at: string }; asked: Asked<unknown>; playing: (on: boolean) => void }) {
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

export function Choice({ label, value, options, go }: { label: string; value: string; options: [string, string][]; go: (value: string) => void }) {
  return (
    <label class="field">
      <span class="name">{label}</span>
      <select value={value} onChange={(e) => go(e.currentTarget.value)}>
        {options.some(([id]) => id === value) ? null : <option value={value}>{value}</option>}
        {options.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
}
