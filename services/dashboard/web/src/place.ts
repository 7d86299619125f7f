// Where the reader is (address.ts) and how to get elsewhere.
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { addressOf, type Place, readPlace } from './address';

export * from './address';

export type Change = Partial<Place>;
// push: a step of its own; replace: the same step, turned; quiet: the same for what turns many times a second, whose address
// is written now and then (browsers refuse more).
export type Go = (change: Change, how?: 'push' | 'replace' | 'quiet') => void;
const NOW_AND_THEN = 700;

// Another page: what belonged to the one left behind is dropped, the rest goes along.
export const toPage = (path: string, more: Record<string, string> = {}): Change => ({ path, why: '', more });

export const PlaceContext = createContext<{ place: Place; go: Go }>({ place: readPlace({ pathname: '/', search: '' }), go: () => {} });
export const usePlace = () => useContext(PlaceContext);

export function useAddress(): { place: Place; go: Go } {
  const [place, setPlace] = useState(() => readPlace(location));
  const now = useRef(place);
  const late = useRef(0);
  useEffect(() => {
    const back = () => setPlace((now.current = readPlace(location)));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const write = () => {
    clearTimeout(late.current);
    late.current = 0;
    history.replaceState(null, '', addressOf(now.current));
  };
  const go: Go = (change, how = 'push') => {
    const before = now.current;
    const next = { ...before, ...change };
    if (how === 'push') {
      if (late.current) write();
      history.pushState(null, '', addressOf(next));
    }
    now.current = next;
    if (how === 'replace') write();
    if (how === 'quiet') late.current ||= window.setTimeout(write, NOW_AND_THEN);
    setPlace(next);
    if (next.path !== before.path && how === 'push') {
      scrollTo(0, 0);
      document.getElementById('matter')?.focus({ preventScroll: true }); // a screen reader goes on from the new page
    }
  };
  return { place, go };
}

// A plain click stays on the page, all others (new tab, download) are the browser's.
export function follow(go: Go, change: Change): (event: MouseEvent) => void {
  return (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(change);
  };
}
