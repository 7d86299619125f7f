// The two clocks: when it stood so, and what was known by when.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Framework } from '../api';
import { w } from '../language';
import { usePlace } from '../place';
import { date, today } from '../say';

const FIRST = Date.UTC(1996, 0, 1);
const DAY = 86_400_000;
const dayNumber = (date: string): number => Math.round((Date.parse(date) - FIRST) / DAY);
const dateOf = (number: number): string => new Date(FIRST + number * DAY).toISOString().slice(0, 10);

export function AsOf({ day, framework }: { day: string; framework: Framework | undefined }) {
  const { place, go } = usePlace();
  const [dragged, drag] = useState<string | null>(null); // shown at once, asked for when the hand rests
  const timer = useRef(0);
  const shown = dragged ?? (day || place.asOf || today());
  useEffect(() => drag(null), [place.asOf]);
  const turn = (asOf: string) => {
    drag(asOf);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => go({ asOf }, 'replace'), 120);
  };
  const marks = framework ? [...new Set([framework.adopted_on, ...framework.commitments.map((c) => c.due)])].filter((d): d is string => d?.length === 10).sort() : [];
  return (
    <fieldset class="field clockwork">
      <legend class="name">{w.shell.asOf}</legend>
      <div class="row">
        <input type="date" aria-label={w.shell.asOf} value={shown} onChange={(e) => e.currentTarget.value && go({ asOf: e.currentTarget.value })} />
        <input type="range" class="slider" aria-label={w.shell.asOfSlider} aria-valuetext={date(shown)}
          min={0} max={dayNumber(today())} value={dayNumber(shown)} onInput={(e) => turn(dateOf(Number(e.currentTarget.value)))} />
      </div>
      <p class="jumps">
        {marks.map((mark) => (
          <button type="button" key={mark} aria-pressed={shown === mark} onClick={() => go({ asOf: mark })}>
            {mark === framework?.adopted_on ? w.shell.adoptedMark(mark) : w.shell.dueMark(mark)}
          </button>
        ))}
        <button type="button" aria-pressed={!place.asOf} onClick={() => go({ asOf: '' })}>{w.shell.today}</button>
      </p>
    </fieldset>
  );
}

export function KnownAt({ latest }: { latest: string }) {
  const { place, go } = usePlace();
  const shown = (place.knownAt || latest).slice(0, 10);
  return (
    <fieldset class="field">
      <legend class="name">{w.shell.knownAt}</legend>
      <div class="row">
        <input type="date" aria-label={w.shell.knownAt} value={shown} max={today()} onChange={(e) => go({ knownAt: e.currentTarget.value })} />
      </div>
      <p class="jumps">
        <button type="button" aria-pressed={!place.knownAt} onClick={() => go({ knownAt: '' })}>{w.shell.allKnown}</button>
        <button type="button" aria-pressed={place.knownAt !== '' && place.knownAt === latest} disabled={!latest} onClick={() => go({ knownAt: latest })}>{w.shell.hold}</button>
      </p>
    </fieldset>
  );
}
