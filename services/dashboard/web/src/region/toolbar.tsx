// What arranges the matrix (arrange.ts).
import { w } from '../language';
import { usePlace } from '../place';
import type { Arrangement } from './arrange';

export function Toolbar({ arrangement }: { arrangement: Arrangement }) {
  const { place, go } = usePlace();
  const turn = (change: Record<string, string>) => go({ more: { ...place.more, ...change } }, 'replace');
  const words = w.region.arrange;
  return (
    <div class="arrange screen" role="group" aria-label={words.label}>
      <Either label={words.group} now={arrangement.group} options={[['theme', words.byTheme], ['due', words.byDue]]} choose={(group) => turn({ group: group === 'theme' ? '' : group })} />
      <Either label={words.countries} now={arrangement.order} options={[['name', words.byName], ['met', words.byMet]]} choose={(order) => turn({ order: order === 'name' ? '' : order })} />
      <Either label={words.signs} now={arrangement.signs} options={[['usual', words.usual], ['large', words.large]]} choose={(signs) => turn({ signs: signs === 'usual' ? '' : signs })} />
      <span class="either"><span class="term">{words.show}</span><button type="button" aria-pressed={arrangement.map !== ''} onClick={() => turn({ map: arrangement.map ? '' : 'share', 'on-map': '' })}>{w.map.show}</button></span>
    </div>
  );
}

function Either({ label, now, options, choose }: { label: string; now: string; options: [string, string][]; choose: (id: string) => void }) {
  return (
    <span class="either" role="group" aria-label={label}>
      <span class="term" aria-hidden="true">{label}</span>
      {options.map(([id, name]) => <button type="button" key={id} aria-pressed={now === id} onClick={() => choose(id)}>{name}</button>)}
    </span>
  );
}
