// What the reader may turn: region, framework and, in time/, the two clocks. Everything lands in the address.
import { w } from '../language';
import { usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';

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
