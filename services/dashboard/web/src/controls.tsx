// What the reader may turn: region, framework and the two clocks. Everything lands in the address.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Framework, Region } from './api';
import type { Go, View } from './view';
import { dateInWords, nameOf, today } from './words';

interface Props {
  view: View;
  go: Go;
  regions: Region[] | undefined;
  frameworks: Framework[] | undefined;
  framework: Framework | undefined;
  clock: { as_of: string; known_at: string };
}

export function Controls({ view, go, regions, frameworks, framework, clock }: Props) {
  return (
    <form class="controls" aria-label="What is shown" onSubmit={(e) => e.preventDefault()}>
      {view.country ? null : (
        <div class="choices">
          <Choice label="Region" value={view.region} go={(region) => go({ region, why: '' })}
            options={regions?.map((r) => [r.region, nameOf(r.name, r.region, r.invented)])} />
          <Choice label="Framework" value={view.framework} go={(id) => go({ framework: id, why: '' })}
            options={frameworks?.map((f) => [f.framework, nameOf(f.name, f.framework, f.invented)])} />
        </div>
      )}
      <AsOf view={view} go={go} day={clock.as_of || view.asOf || today()} framework={framework} />
      <KnownAt view={view} go={go} latest={clock.known_at} />
    </form>
  );
}

function Choice({ label, value, options, go }: { label: string; value: string; options: [string, string][] | undefined; go: (value: string) => void }) {
  const all = options ?? [];
  return (
    <label class="field">
      <span class="name">{label}</span>
      <select value={value} onChange={(e) => go(e.currentTarget.value)}>
        {all.some(([id]) => id === value) ? null : <option value={value}>{value}</option>}
        {all.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
}

const FIRST = Date.UTC(1996, 0, 1);
const DAY = 86_400_000;
const dayNumber = (date: string): number => Math.round((Date.parse(date) - FIRST) / DAY);
const dateOf = (number: number): string => new Date(FIRST + number * DAY).toISOString().slice(0, 10);

function AsOf({ view, go, day, framework }: { view: View; go: Go; day: string; framework: Framework | undefined }) {
  const [dragged, drag] = useState<string | null>(null); // shown at once, asked for when the hand rests
  const timer = useRef(0);
  const shown = dragged ?? day;
  useEffect(() => drag(null), [view.asOf]);
  const turn = (asOf: string) => {
    drag(asOf);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => go({ asOf }, 'replace'), 120);
  };
  const marks = framework ? [...new Set([framework.adopted_on, ...framework.commitments.map((c) => c.due)])].filter((d): d is string => d?.length === 10).sort() : [];
  return (
    <fieldset class="field clockwork">
      <legend class="name">As it stood on</legend>
      <div class="row">
        <input type="date" aria-label="As it stood on" value={shown} onChange={(e) => e.currentTarget.value && go({ asOf: e.currentTarget.value })} />
        <input type="range" class="slider" aria-label="As it stood on, by slider" aria-valuetext={dateInWords(shown)}
          min={0} max={dayNumber(today())} value={dayNumber(shown)} onInput={(e) => turn(dateOf(Number(e.currentTarget.value)))} />
      </div>
      <p class="jumps">
        {marks.map((date) => (
          <button type="button" key={date} aria-pressed={shown === date} onClick={() => go({ asOf: date })}>
            {date === framework?.adopted_on ? 'adopted' : 'due'} {dateInWords(date)}
          </button>
        ))}
        <button type="button" aria-pressed={!view.asOf} onClick={() => go({ asOf: '' })}>today</button>
      </p>
    </fieldset>
  );
}

function KnownAt({ view, go, latest }: { view: View; go: Go; latest: string }) {
  const shown = (view.knownAt || latest).slice(0, 10);
  return (
    <fieldset class="field">
      <legend class="name">By what was known on</legend>
      <div class="row">
        <input type="date" aria-label="By what was known on" value={shown} max={today()} onChange={(e) => go({ knownAt: e.currentTarget.value })} />
      </div>
      <p class="jumps">
        <button type="button" aria-pressed={!view.knownAt} onClick={() => go({ knownAt: '' })}>all that is known</button>
        <button type="button" aria-pressed={view.knownAt !== '' && view.knownAt === latest} disabled={!latest} onClick={() => go({ knownAt: latest })}>hold at this moment</button>
      </p>
    </fieldset>
  );
}
