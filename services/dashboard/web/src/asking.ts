// A question to the API that stays asked: the answer is kept while a new one is on its way, looked at again now and then
// (an unchanged answer costs a 304), and asked anew, ever more patiently, while the server is gone.
import { useEffect, useState } from 'preact/hooks';
import { takeAhead, takeCome } from './ahead';
import { readReply, Trouble } from './api';

const LOOK_AGAIN = 10_000;
const PATIENCE = 30_000;
const LONGEST_WAIT = 16_000;

export interface Asked<T> {
  answer: T | null; // the last that came, perhaps of an earlier question
  current: boolean; // the answer is to the present question
  trouble: Trouble | null;
  path: string | null; // the present question
  position: string; // where in the ledger the answer stands, as a known_at takes it
  readAt: Date | null;
  retry: () => void;
}

interface Held<T> { path: string | null; text: string; position: string; answer: T | null; trouble: Trouble | null; readAt: Date | null }

function begin<T>(path: string | null): Held<T> {
  const come = path === null ? undefined : takeCome(path);
  return come ? { path, ...come, answer: JSON.parse(come.text) as T, trouble: null, readAt: new Date() } : { path: null, text: '', position: '', answer: null, trouble: null, readAt: null };
}

export function useAsked<T>(path: string | null, lookAgain = true): Asked<T> {
  const [held, hold] = useState<Held<T>>(() => begin(path));
  const [nudge, setNudge] = useState(0);

  useEffect(() => {
    if (path === null) return;
    let timer = 0;
    let failures = 0;
    let stop = new AbortController();
    const later = (wait: number) => { timer = window.setTimeout(ask, wait); };

    async function ask() {
      clearTimeout(timer);
      stop.abort();
      const mine = (stop = new AbortController());
      const tooLong = window.setTimeout(() => mine.abort('too long'), PATIENCE);
      try {
        const { text, position } = await (takeAhead(path!) ?? readReply(path!, mine.signal));
        if (mine.signal.aborted) return;
        failures = 0;
        hold((h) => ({ path, text, position, answer: h.text === text ? h.answer : (JSON.parse(text) as T), trouble: null, readAt: new Date() }));
        if (lookAgain) later(LOOK_AGAIN);
      } catch (error) {
        if (mine.signal.aborted && mine.signal.reason !== 'too long') return;
        const trouble = error instanceof Trouble ? error : new Trouble(0, 'unreachable', 'The server does not answer.');
        hold((h) => ({ ...h, path, trouble }));
        if (trouble.gone) later(Math.min(LONGEST_WAIT, 1000 * 2 ** failures++));
      } finally {
        clearTimeout(tooLong);
      }
    }

    const wake = () => { if (!document.hidden) void ask(); };
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    const begun = held.path === path && held.trouble === null && nudge === 0;
    if (!begun) void ask();
    else if (lookAgain) later(LOOK_AGAIN);
    return () => {
      stop.abort();
      clearTimeout(timer);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [path, lookAgain, nudge]);

  return {
    answer: path === null ? null : held.answer,
    current: held.path === path && held.trouble === null,
    trouble: held.path === path ? held.trouble : null,
    path,
    position: held.position,
    readAt: held.readAt,
    retry: () => setNudge((n) => n + 1),
  };
}
