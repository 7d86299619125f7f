// Some questions to the API at once, a few at a time; what was answered in the last minute isn't asked again. For pictures
// over time, whose every point is a question of its own.
import { useEffect, useState } from 'preact/hooks';
import { read, Trouble } from './api';
import type { Asked } from './asking';

const AT_ONCE = 4;
const KEPT_FOR = 60_000;
const KEPT_MOST = 120;
const kept = new Map<string, { at: number; answer: unknown }>();

async function readOnce<T>(path: string, signal: AbortSignal): Promise<T> {
  const before = kept.get(path);
  if (before && Date.now() - before.at < KEPT_FOR) return before.answer as T;
  const answer = JSON.parse(await read(path, signal)) as T;
  kept.delete(path);
  kept.set(path, { at: Date.now(), answer });
  if (kept.size > KEPT_MOST) kept.delete(kept.keys().next().value!);
  return answer;
}

// All the answers, in the order asked, once the last has come.
export function useAskedAll<T>(paths: string[]): Asked<T[]> {
  const key = paths.join('\n');
  const [held, hold] = useState<{ key: string | null; answer: T[] | null; trouble: Trouble | null; readAt: Date | null }>({ key: null, answer: null, trouble: null, readAt: null });
  const [nudge, setNudge] = useState(0);
  useEffect(() => {
    if (paths.length === 0) return;
    const stop = new AbortController();
    const answers = new Array<T>(paths.length);
    let next = 0;
    const work = async () => { while (next < paths.length) { const i = next++; answers[i] = await readOnce<T>(paths[i]!, stop.signal); } };
    Promise.all(Array.from({ length: Math.min(AT_ONCE, paths.length) }, work)).then(
      () => { if (!stop.signal.aborted) hold({ key, answer: answers, trouble: null, readAt: new Date() }); },
      (error) => { if (!stop.signal.aborted) { stop.abort(); hold((h) => ({ ...h, key, trouble: error instanceof Trouble ? error : new Trouble(0, 'unreachable', 'The server does not answer.') })); } },
    );
    return () => stop.abort();
  }, [key, nudge]);
  return {
    answer: paths.length === 0 ? null : held.answer,
    current: held.key === key && held.trouble === null,
    trouble: held.key === key ? held.trouble : null,
    path: null,
    position: '',
    readAt: held.readAt,
    retry: () => setNudge((n) => n + 1),
  };
}
