// A part of a page that asks for itself: its head stands at once, its matter comes when it has come, and what is missing is
// said in its place without taking the rest of the page along.
import type { ComponentChildren } from 'preact';
import type { Asked } from '../asking';
import { w } from '../language';
import { useAnswered } from '../shell/trouble';
import { Waiting } from './states';
import { Told } from './told';

interface Props<T> {
  id: string; // its place on the page, "#plans"
  title: string;
  asked: Asked<T>;
  csv?: string;
  empty?: (answer: T) => string | false; // what would fill it, where there is nothing
  children: (answer: T) => ComponentChildren;
}

export function Section<T>({ id, title, asked, csv, empty, children }: Props<T>) {
  useAnswered(asked);
  const { answer, trouble } = asked;
  const nothing = answer && empty ? empty(answer) : false;
  return (
    <section id={id} class="part" aria-labelledby={id + '-title'} aria-busy={!asked.current && !trouble}>
      <h2 id={id + '-title'}>{title}</h2>
      {trouble && !trouble.gone ? <p class="quiet"><Told>{trouble.message}</Told></p> : null}
      {!answer && (!trouble || trouble.gone) ? <Waiting /> : null}
      {nothing ? <p class="quiet">{nothing}</p> : null}
      {answer && !nothing && (!trouble || trouble.gone) ? (
        <div class={asked.current || trouble ? '' : 'earlier'}>
          {children(answer)}
          {csv ? <p class="fine screen"><a href={csv} download>{w.shell.csv}</a></p> : null}
        </div>
      ) : null}
    </section>
  );
}

// What stands on a long page, in order.
export function Contents({ parts }: { parts: [id: string, title: string][] }) {
  return (
    <nav class="contents screen" aria-label={w.parts.contents}>
      <ul>{parts.map(([id, title]) => <li key={id}><a href={'#' + id}>{title}</a></li>)}</ul>
    </nav>
  );
}
