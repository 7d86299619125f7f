// What is shown is wholly in the address, so that a link shows the same thing for ever:
//   /?region=…&framework=…&as_of=…&known_at=…              a region's matrix
//   /countries/XAB?framework=…&…                            one country's cells
//   …&why=XAB/eap-2001/b2                                   and one cell's evidence beside it
import { useEffect, useState } from 'preact/hooks';

export interface View {
  country: string | null;
  region: string;
  framework: string;
  asOf: string; // a date as the API takes it; '' is today
  knownAt: string; // a date, a moment or a position vector; '' is all that is known
  why: string; // '' or country/commitment
}

const HOME = { region: 'east-asia-pacific', framework: 'eap-2001' };

export function readView(location: { pathname: string; search: string }): View {
  const query = new URLSearchParams(location.search);
  const country = /^\/countries\/([^/]+)\/?$/.exec(location.pathname);
  return {
    country: country ? decodeURIComponent(country[1] ?? '') : null,
    region: query.get('region') || HOME.region,
    framework: query.get('framework') || HOME.framework,
    asOf: query.get('as_of') ?? '',
    knownAt: query.get('known_at') ?? '',
    why: query.get('why') ?? '',
  };
}

export function addressOf(view: View): string {
  const query = new URLSearchParams({ region: view.region, framework: view.framework });
  if (view.asOf) query.set('as_of', view.asOf);
  if (view.knownAt) query.set('known_at', view.knownAt);
  if (view.why) query.set('why', view.why);
  const path = view.country ? '/countries/' + encodeURIComponent(view.country) : '/';
  return path + '?' + query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
}

// Both clocks, for the API's addresses.
export function clocks(view: View, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(more);
  if (view.asOf) query.set('as_of', view.asOf);
  if (view.knownAt) query.set('known_at', view.knownAt);
  const text = query.toString();
  return text ? '?' + text : '';
}

export type Go = (change: Partial<View>, how?: 'push' | 'replace') => void;

export function useView(): [View, Go] {
  const [view, setView] = useState(() => readView(location));
  useEffect(() => {
    const back = () => setView(readView(location));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go: Go = (change, how = 'push') => {
    const next = { ...readView(location), ...change };
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', addressOf(next));
    setView(next);
    if ('country' in change && how === 'push') scrollTo(0, 0);
  };
  return [view, go];
}

// For links: plain clicks stay on the page, all others (new tab, download) are the browser's.
export function follow(go: Go, change: Partial<View>): (event: MouseEvent) => void {
  return (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(change);
  };
}
