// What is shown is wholly in the address, so that a link shows the same thing for ever:
//   /?region=…&framework=…&as_of=…&known_at=…              a region's matrix
//   /countries/XAB?…                                       one of the pages of pages.ts
//   …&why=XAB/eap-2001/b2                                  and one cell's evidence beside it
//   …&lang=fr                                              in a language other than the reader's browser asks for
// Region, framework, both clocks and the language go with the reader from page to page; `more` is the page's own.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from './language';

export interface Place {
  path: string; // '/', '/countries/XAB', encoded as in the address
  region: string;
  framework: string;
  asOf: string; // a date as the API takes it; '' is today
  knownAt: string; // a date, a moment or a position vector; '' is all that is known
  lang: Language | ''; // '' is the browser's
  why: string; // '' or country/commitment
  more: Record<string, string>;
}

export const HOME = { region: 'east-asia-pacific', framework: 'eap-2001' };
const SHARED = ['region', 'framework', 'as_of', 'known_at', 'lang', 'why'];

export function readPlace(location: { pathname: string; search: string }): Place {
  const query = new URLSearchParams(location.search);
  const lang = query.get('lang') ?? '';
  return {
    path: location.pathname.replace(/(.)\/$/, '$1'),
    region: query.get('region') || HOME.region,
    framework: query.get('framework') || HOME.framework,
    asOf: query.get('as_of') ?? '',
    knownAt: query.get('known_at') ?? '',
    lang: lang in LANGUAGES ? (lang as Language) : '',
    why: query.get('why') ?? '',
    more: Object.fromEntries([...query].filter(([key]) => !SHARED.includes(key))),
  };
}

export function addressOf(place: Place): string {
  const query = new URLSearchParams({ region: place.region, framework: place.framework });
  for (const [key, value] of [['as_of', place.asOf], ['known_at', place.knownAt], ['lang', place.lang], ['why', place.why], ...Object.entries(place.more)] as const)
    if (value) query.set(key, value);
  return place.path + '?' + query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
}

// A path of the page or the API, each segment encoded: path`/countries/${code}`.
export const path = (parts: TemplateStringsArray, ...segments: string[]): string =>
  parts.reduce((text, part, i) => text + segments[i - 1]!.split('/').map(encodeURIComponent).join('/') + part);

// The API's query for the place: both clocks and the language, and what else is asked.
export function asked(place: Place, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(Object.entries(more).filter(([, value]) => value));
  if (place.asOf) query.set('as_of', place.asOf);
  if (place.knownAt) query.set('known_at', place.knownAt);
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  return text ? '?' + text : '';
}

export type Change = Partial<Place>;
export type Go = (change: Change, how?: 'push' | 'replace') => void;

// Another page: what belonged to the one left behind is dropped, the rest goes along.
export const toPage = (path: string, more: Record<string, string> = {}): Change => ({ path, why: '', more });

export const PlaceContext = createContext<{ place: Place; go: Go }>({ place: readPlace({ pathname: '/', search: '' }), go: () => {} });
export const usePlace = () => useContext(PlaceContext);

export function useAddress(): { place: Place; go: Go } {
  const [place, setPlace] = useState(() => readPlace(location));
  useEffect(() => {
    const back = () => setPlace(readPlace(location));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go: Go = (change, how = 'push') => {
    const before = readPlace(location);
    const next = { ...before, ...change };
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', addressOf(next));
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
