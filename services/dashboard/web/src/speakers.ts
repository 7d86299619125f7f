// Who speaks, by name: asked once for all that name them, when the first of them does; asked again while the server is gone.
import { useEffect, useState } from 'preact/hooks';
import { read, type Stakeholder, type Stakeholders } from './api';

const AGAIN = 5_000;
let known = new Map<string, Stakeholder>();
let state: 'unasked' | 'asking' | 'told' = 'unasked';
const waiting = new Set<() => void>();

async function ask(): Promise<void> {
  if (state !== 'unasked') return;
  state = 'asking';
  try {
    const { stakeholders } = JSON.parse(await read('/v1/stakeholders?limit=10000', new AbortController().signal)) as Stakeholders;
    known = new Map(stakeholders.map((s) => [s.stakeholder, s]));
    state = 'told';
    for (const tell of waiting) tell();
  } catch {
    state = 'unasked';
    if (waiting.size > 0) setTimeout(() => void ask(), AGAIN);
  }
}

export function useStakeholders(): Map<string, Stakeholder> {
  const [, draw] = useState(known);
  useEffect(() => {
    const tell = () => draw(known);
    waiting.add(tell);
    tell();
    void ask();
    return () => { waiting.delete(tell); };
  }, []);
  return known;
}
