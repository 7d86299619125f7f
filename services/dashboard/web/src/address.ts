// What is shown is wholly in the address, so that a link shows the same thing for ever:
//   /?region=…&framework=…&as_of=…&known_at=…              a region's matrix
//   /countries/XAB?…                                       one of the pages of pages.tsx
//   …&why=XAB/eap-2001/b2                                  and one cell's evidence beside it
//   …&lang=fr                                              in a language other than the reader's browser asks for
// Region, framework, both clocks and the language go with the reader from page to page; `more` is the page's own.
import { isLanguage, type Language } from './tongues';

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
    lang: isLanguage(lang) ? lang : '',
    why: query.get('why') ?? '',
    more: Object.fromEntries([...query].filter(([key]) => !SHARED.includes(key))),
  };
}

export function addressOf(place: Place): string {
  const query = new URLSearchParams({ region: place.region, framework: place.framework });
  for (const [key, value] of [['as_of', place.asOf], ['known_at', place.knownAt], ['lang', place.lang], ['why', place.why], ...Object.entries(place.more)] as const)
    if (value) query.set(key, value);
  return place.path + written(query);
}

// A path of the page or the API, each segment encoded: path`/countries/${code}`.
export const path = (parts: TemplateStringsArray, ...segments: string[]): string =>
  parts.reduce((text, part, i) => text + segments[i - 1]!.split('/').map(encodeURIComponent).join('/') + part);

// The API's query for the place: both clocks and the language, and what else is asked.
export function asked(place: Place, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(Object.entries(more).filter(([, value]) => value));
  if (place.asOf) query.set('as_of', place.asOf);
  if (place.knownAt) query.set('known_at', place.knownAt);
  return written(query);
}

function written(query: URLSearchParams): string {
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text ? '?' + text : '';
}

// A region's page asks this first, and its document has the browser ask it before the script has come
// (services/dashboard/plain.cc, to the byte).
export const scorecardOf = (place: Place, more: Record<string, string> = {}): string =>
  path`/v1/regions/${place.region}/scorecard` + asked(place, { framework: place.framework, ...more });

// The same question as of another day, in the words that `asked` would use.
export function onDay(question: string, asOf: string): string {
  const [start = '', query = ''] = question.split('?');
  const members = new URLSearchParams(query), knownAt = members.get('known_at') ?? '';
  members.delete('as_of');
  members.delete('known_at');
  if (asOf) members.set('as_of', asOf);
  if (knownAt) members.set('known_at', knownAt);
  return start + written(members);
}
