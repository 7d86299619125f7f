// What the ledger learns, as it lands (/v1/activity/stream). Read by fetch rather than by an EventSource, so that a refusal,
// a loss and a mere silence are told apart, and so that after any of them it goes on from the last position it reached:
// nothing missed, nothing twice. The list is bounded; what falls out of it is counted.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Trouble } from '../api';
import type { Happened } from './api';

export type Liveness = 'paused' | 'joining' | 'live' | 'lost' | 'refused';
export interface Live { state: Liveness; entries: Happened[]; fallenOut: number; heardAt: Date | null; trouble: string }

const KEPT = 50;
const SILENCE = 45_000; // the server speaks every 15 seconds or so
const LONGEST_WAIT = 16_000;
const NOTHING: Live = { state: 'paused', entries: [], fallenOut: 0, heardAt: null, trouble: '' };

export function useStream(address: string, on: boolean, wanted: (entry: Happened) => boolean = () => true): Live {
  const [live, setLive] = useState<Live>(NOTHING);
  const reached = useRef({ address: '', position: '' });
  const want = useRef(wanted);
  want.current = wanted;

  useEffect(() => {
    if (reached.current.address !== address) {
      reached.current = { address, position: '' };
      setLive(NOTHING);
    }
    const tell = (change: Partial<Live>) => setLive((before) => ({ ...before, ...change }));
    if (!on) return tell({ state: 'paused' });
    const stop = new AbortController();
    let timer = 0, failures = 0;

    const take = (entries: Happened[]) => {
      failures = 0;
      const kept = entries.filter((entry) => want.current(entry)).reverse();
      setLive((before) => {
        const all = [...kept, ...before.entries];
        return { state: 'live', entries: all.slice(0, KEPT), fallenOut: before.fallenOut + Math.max(0, all.length - KEPT), heardAt: new Date(), trouble: '' };
      });
    };
    const follow = async () => {
      try {
        await read(address, reached.current, take, stop.signal);
      } catch (error) {
        if (stop.signal.aborted) return;
        if (error instanceof Trouble && !error.gone) return tell({ state: 'refused', trouble: error.message });
      }
      if (stop.signal.aborted) return;
      tell({ state: 'lost' });
      timer = window.setTimeout(follow, Math.min(LONGEST_WAIT, 1000 * 2 ** failures++));
    };
    const wake = () => { clearTimeout(timer); failures = 0; if (!stop.signal.aborted) timer = window.setTimeout(follow, 0); };
    tell({ state: 'joining' });
    addEventListener('online', wake);
    void follow();
    return () => { stop.abort(); clearTimeout(timer); removeEventListener('online', wake); };
  }, [address, on]);

  return live;
}

// Reads until the stream ends, is cut, or falls silent for too long.
async function read(address: string, reached: { position: string }, take: (entries: Happened[]) => void, signal: AbortSignal): Promise<void> {
  const silence = new AbortController();
  let timer = 0;
  const heard = () => { clearTimeout(timer); timer = window.setTimeout(() => silence.abort(), SILENCE); };
  const cut = () => silence.abort();
  signal.addEventListener('abort', cut);
  heard();
  try {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (reached.position) headers['Last-Event-ID'] = reached.position;
    const response = await fetch(address, { headers, cache: 'no-store', signal: silence.signal });
    if (!response.ok || !response.body) throw new Trouble(response.status, 'refused', await reasonOf(response));
    const reader = response.body.getReader();
    const letters = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      const messages = (rest + letters.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = messages.pop() ?? '';
      take(messages.map((message) => entryOf(message, reached)).filter((entry) => entry !== null));
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cut);
  }
}

// One message: an id that is the position it reaches, and data unless it only says where it stands.
function entryOf(message: string, reached: { position: string }): Happened | null {
  let data = '';
  for (const line of message.split(/\r?\n/)) {
    const [, field, value = ''] = /^(\w*):? ?(.*)$/.exec(line) ?? [];
    if (field === 'id') reached.position = value;
    if (field === 'data') data += value;
  }
  return data ? (JSON.parse(data) as Happened) : null;
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  try { return (JSON.parse(text) as { detail?: string }).detail ?? text; } catch { return text; }
}
