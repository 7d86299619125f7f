// Who is signed in. The token stays in this tab: in its session storage, gone when the tab is.
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { Trouble } from '../api';
import type { Asked } from '../asking';
import { type Ask, asker, type CloudEvent, type Me, reasonsIn } from './api';

const KEY = 'rollcall.desk';
export const keptToken = (): string => { try { return sessionStorage.getItem(KEY) ?? ''; } catch { return ''; } };
export function keepToken(token: string): void {
  try { token ? sessionStorage.setItem(KEY, token) : sessionStorage.removeItem(KEY); } catch { /* then it lives as long as the page */ }
}

export interface Desk {
  me: Me;
  ask: Ask;
  token: string;
  version: number; // counts what was sent, so that lists are asked anew
  changed: () => void;
  mend: (what: Mend) => void; // opens the form with it
}
// What the form starts from: an event that was refused, or a draft that is changed.
export interface Mend { event: CloudEvent; reasons: { code: string; pointer: string; detail: string }[]; draft?: { address: string; etag: string } }

export const DeskContext = createContext<Desk | null>(null);
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no one is signed in');
  return desk;
}

// A question asked with the token: kept while a new answer comes.
export function useMine<T>(ask: Ask, path: string | null, again: unknown = 0): Asked<T> {
  const [held, hold] = useState<{ path: string | null; answer: T | null; trouble: Trouble | null; readAt: Date | null }>({ path: null, answer: null, trouble: null, readAt: null });
  const [nudge, setNudge] = useState(0);
  useEffect(() => {
    if (path === null) return;
    let mine = true;
    let timer = 0;
    const trouble = (why: Trouble) => {
      if (!mine) return;
      hold((h) => ({ ...h, path, trouble: why }));
      if (why.gone) timer = window.setTimeout(() => setNudge((n) => n + 1), 3000);
    };
    ask(path).then(({ status, body }) => {
      if (!mine) return;
      if (status < 300) return hold({ path, answer: body as T, trouble: null, readAt: new Date() });
      const [reason] = reasonsIn(body);
      trouble(new Trouble(status, reason!.code, reason!.detail));
    }, (error) => trouble(error instanceof Trouble ? error : new Trouble(0, 'unreachable', String(error))));
    return () => { mine = false; clearTimeout(timer); };
  }, [ask, path, again, nudge]);
  return {
    answer: path === null ? null : held.answer,
    current: held.path === path && held.trouble === null,
    trouble: held.path === path ? held.trouble : null,
    path, position: '', readAt: held.readAt,
    retry: () => setNudge((n) => n + 1),
  };
}

// The token in use and how it changes.
export function useToken(): { token: string; ask: Ask; sign: (token: string) => void } {
  const [token, setToken] = useState(keptToken);
  const [ask, setAsk] = useState<Ask>(() => asker(keptToken()));
  const sign = useCallback((next: string) => { keepToken(next); setToken(next); setAsk(() => asker(next)); }, []);
  return { token, ask, sign };
}

// What this tab has sent, by source and id: the ledger doesn't keep what it refused, so only the tab can open it again.
const sent = new Map<string, CloudEvent>();
const keyOf = (of: { source: string; id: string }): string => `${of.source} ${of.id}`;
export const remember = (event: CloudEvent): void => { sent.set(keyOf(event), event); };
export const remembered = (of: { source: string; id: string }): CloudEvent | undefined => sent.get(keyOf(of));
export const forgetAll = (): void => sent.clear();
