// Of whom, by when, of which kind, and whose office; everything lands in the address.
import { useMemo } from 'preact/hooks';
import { w } from '../language';
import { Choice } from '../parts/controls';
import { usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { compare } from '../say';
import type { ReminderKind, Reminders } from './api';

const WINDOWS = [30, 90, 180, 365, 1095];

export function Filters({ answer }: { answer: Reminders }) {
  const { place, go } = usePlace();
  const { regions, countries } = useRegistry();
  const { more } = place;
  const turn = (change: Record<string, string>) => go({ more: { ...more, cursor: '', ...change } });
  const members = useMemo(() => sorted((regions.get(place.region)?.countries ?? []).map((code) => [code, nameOf(countries.get(code), code)])), [regions, countries, place.region]);
  const offices = useMemo(() => sorted([...new Set(answer.reminders.flatMap((r) => r.focal_points))].map((office) => [office, office])), [answer]);
  const kinds = Object.keys(w.reminders.kinds) as ReminderKind[];
  return (
    <form class="sieve screen" aria-label={w.reminders.choices} onSubmit={(e) => e.preventDefault()}>
      <Choice label={w.reminders.whom} value={more.country ?? ''} go={(country) => turn({ country, office: '' })} options={[['', w.reminders.whole], ...members]} />
      <Choice label={w.reminders.state} value={more.state ?? ''} go={(state) => turn({ state })} options={[['', w.reminders.both], ['due', w.reminders.due], ['overdue', w.reminders.overdue]]} />
      <Choice label={w.reminders.kind} value={more.kind ?? ''} go={(kind) => turn({ kind })} options={[['', w.reminders.anyKind], ...kinds.map((k): [string, string] => [k, w.reminders.kinds[k]])]} />
      <Choice label={w.reminders.office} value={more.office ?? ''} go={(office) => turn({ office })} options={[['', w.reminders.anyOffice], ...offices]} />
      <p class="choose" role="group" aria-label={w.reminders.within}>
        <span>{w.reminders.within}</span>
        {WINDOWS.map((n) => <button type="button" key={n} aria-pressed={answer.within === n} onClick={() => turn({ within: String(n) })}>{w.reminders.days(n)}</button>)}
      </p>
      <p class="choose" role="group" aria-label={w.reminders.group}>
        <span>{w.reminders.group}</span>
        <button type="button" aria-pressed={more.group !== 'office'} onClick={() => turn({ group: '' })}>{w.reminders.byDay}</button>
        <button type="button" aria-pressed={more.group === 'office'} onClick={() => turn({ group: 'office' })}>{w.reminders.byOffice}</button>
      </p>
    </form>
  );
}

const sorted = (options: [string, string][]): [string, string][] => options.sort((a, b) => compare(a[1], b[1]));
