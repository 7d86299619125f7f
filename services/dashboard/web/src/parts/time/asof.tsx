// The world's clock: the day it stood so, by date, by slider, by mark, or played from 1996.
import { useEffect, useRef, useState } from 'preact/hooks';
import { w } from '../../language';
import { usePlace } from '../../place';
import { date, today } from '../../say';
import { FIRST, type Mark } from './days';
import { usePlay } from './play';
import { Track } from './track';

interface Props { day: string; question: string | null; current: boolean; marks: Mark[]; playing: (on: boolean) => void }

export function AsOf({ day, question, current, marks, playing }: Props) {
  const { place, go } = usePlace();
  const [dragged, drag] = useState<string | null>(null); // shown at once, asked for when the hand rests
  const timer = useRef(0);
  const play = usePlay(question, current, marks);
  useEffect(() => drag(null), [place.asOf]);
  useEffect(() => playing(play.on), [play.on]);
  const shown = dragged ?? (place.asOf || day || today()).slice(0, 10);
  const turn = (asOf: string) => {
    play.stop();
    drag(asOf);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => go({ asOf: asOf >= today() ? '' : asOf }, 'replace'), 120);
  };
  const jump = (asOf: string) => { play.stop(); go({ asOf }); };
  const before = marks.filter((m) => m.day < shown).pop(), after = marks.find((m) => m.day > shown);
  return (
    <fieldset class="clockwork as-of">
      <legend class="heard">{w.shell.asOf}</legend>
      <div class="row">
        <label class="day"><span>{w.shell.asOf}</span> <input type="date" aria-label={w.shell.asOf} value={shown} min="1990-01-01" onChange={(e) => e.currentTarget.value && jump(e.currentTarget.value)} /></label>
        <button type="button" class="step" disabled={!before} aria-label={before ? w.time.back(before.says) : w.time.noneBefore} title={before?.says} onClick={() => before && jump(before.day)}><span class="arrow back" /></button>
        <button type="button" class="play" aria-pressed={play.on} onClick={play.toggle}><span class={play.on ? 'pause' : 'arrow'} /> {play.on ? w.time.pause : place.asOf && place.asOf < today() ? w.time.playOn : w.time.play}</button>
        <button type="button" class="step" disabled={!after} aria-label={after ? w.time.forward(after.says) : w.time.noneAfter} title={after?.says} onClick={() => after && jump(after.day)}><span class="arrow" /></button>
        <button type="button" class="now" aria-pressed={!place.asOf} onClick={() => jump('')}>{w.shell.today}</button>
      </div>
      <Track label={w.shell.asOfSlider} first={FIRST} last={today()} day={shown} says={date(shown)} marks={marks} lanes={3} turn={turn} jump={jump} />
    </fieldset>
  );
}
