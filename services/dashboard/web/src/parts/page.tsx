// The frame of every page: what it is about and by which clocks, the controls that bear on it, the matter, and the same as
// CSV. The matter is drawn from the answer asked for; while a new one is on its way, the one before stays, paler.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Clocks } from '../api';
import type { Asked } from '../asking';
import { language, w } from '../language';
import { usePlace } from '../place';
import { useAnswered } from '../shell/trouble';
import { ClockControls } from './clocks';
import { Controls, type Choices } from './controls';
import { ClockLine } from './clockline';
import { Refused, Waiting } from './states';

interface Props<T> {
  title: string;
  deck?: ComponentChildren;
  invented?: string; // why it says that it is invented; '' or absent if it is not
  up?: ComponentChildren; // a link to what this is a part of
  choices?: Choices; // which of the controls bear on it; all have the clocks unless `clocks: false`
  asked: Asked<T>;
  csv?: string; // the address of the same as CSV
  children: (answer: T) => ComponentChildren;
}

export function Page<T extends Partial<Clocks>>({ title, deck, invented, up, choices = {}, asked, csv, children }: Props<T>) {
  const { place } = usePlace();
  const [playing, setPlaying] = useState(false);
  useAnswered(asked);
  useEffect(() => { document.title = `${title} · Rollcall`; }, [title]);
  const { answer, trouble } = asked;
  const clock = { as_of: answer?.as_of ?? place.asOf, known_at: answer?.known_at ?? place.knownAt };
  const refused = trouble !== null && !trouble.gone;
  return (
    <>
      <section class="top" aria-labelledby="page-title">
        <div class="heading">
          {up ? <p class="up">{up}</p> : null}
          <h1 id="page-title">{title}</h1>
          {deck ? <p class="deck">{deck}</p> : null}
          {invented ? <p class="invented"><strong>{w.shell.invented}</strong> <span dir="auto">{invented}</span></p> : null}
          {choices.clocks === false ? null : <ClockLine {...clock} quiet={playing} />}
        </div>
        <Controls choices={choices} />
        {choices.clocks === false ? null : <ClockControls choices={choices} clock={clock} asked={asked} playing={setPlaying} />}
      </section>
      <main id="matter" tabIndex={-1} aria-busy={!asked.current && !trouble}>
        {refused ? <Refused trouble={trouble} /> : null}
        {!answer && !trouble ? <Waiting /> : null}
        {answer && !refused ? <div class={asked.current ? 'answer' : 'answer earlier'}>{children(answer)}</div> : null}
      </main>
      <footer>
        <p>
          {choices.clocks === false ? null : w.shell.footer}{language === 'en' ? '' : ' ' + w.shell.inEnglish}
          <span class="screen"> {csv ? <><a href={csv} download>{w.shell.csv}</a> · </> : null}<a href="/openapi.yaml">{w.shell.api}</a></span>
        </p>
      </footer>
    </>
  );
}
