// Time played: the day moves on by itself, a quarter at a time, as soon as the answer for the one shown is there; the next
// ones are asked ahead, so that it moves smoothly on a slow line too. Whoever wants less motion sees a step at each mark.
import { useEffect, useRef, useState } from 'preact/hooks';
import { onDay } from '../../address';
import { askAhead } from '../../ahead';
import { usePlace } from '../../place';
import { today } from '../../say';
import { FIRST, type Mark } from './days';

const DWELL = 220;
const CALM_DWELL = 2000;
const AHEAD = 5;

export interface Playing { on: boolean; toggle: () => void; stop: () => void }

export function usePlay(question: string | null, current: boolean, marks: Mark[]): Playing {
  const { place, go } = usePlace();
  const [on, turn] = useState(false);
  const since = useRef(0);
  const calm = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  const next = (day: string) => (calm ? (marks.find((m) => m.day > day)?.day ?? today()) : quarterAfter(day));
  const stop = () => { if (on) { turn(false); go({}, 'replace'); } };

  useEffect(() => { since.current = performance.now(); }, [place.asOf]);
  useEffect(() => {
    if (!on || !current) return;
    if (!place.asOf) return stop();
    let day = place.asOf;
    for (let i = 0; question && i < AHEAD && day < today(); i++) {
      day = next(day);
      void askAhead(onDay(question, day < today() ? day : ''));
    }
    const wait = Math.max(0, (calm ? CALM_DWELL : DWELL) - (performance.now() - since.current));
    const timer = window.setTimeout(() => { const to = next(place.asOf); go({ asOf: to < today() ? to : '' }, 'quiet'); }, wait);
    return () => clearTimeout(timer);
  }, [on, question, current, place.asOf]);

  const start = () => {
    if (!place.asOf || place.asOf >= today()) go({ asOf: FIRST }, 'replace');
    turn(true);
  };
  return { on, toggle: on ? stop : start, stop };
}

function quarterAfter(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 + 3, 1)).toISOString().slice(0, 10);
}
