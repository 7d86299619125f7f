// How things are said in the reader's language: dates written out, numbers grouped, plurals, lists. No words of its own.
import { language } from './language';

const kept = new Map<string, unknown>();
function once<T>(name: string, make: () => T): T {
  const key = `${language} ${name}`;
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}

export const count = (n: number): string => once('number', () => new Intl.NumberFormat(language)).format(n);
export const percent = (share: number): string => once('percent', () => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })).format(share);
export const listed = (things: string[]): string => once('list', () => new Intl.ListFormat(language, { style: 'long', type: 'conjunction' })).format(things);
export const compare = (a: string, b: string): number => once('order', () => new Intl.Collator(language)).compare(a, b);

// "#" stands for the number. The forms are those of the language (CLDR): one, few, many, other …
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export function plural(n: number, forms: Forms): string {
  const form = once('plural', () => new Intl.PluralRules(language)).select(n);
  return (forms[form] ?? forms.other).replaceAll('#', count(n));
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
const dates = (name: string, options: Intl.DateTimeFormatOptions) => once(name, () => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options));

// A day, a month or a year, as precise as it was given.
export function date(given: string): string {
  const [year = '', month, day] = given.slice(0, 10).split('-');
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (Number.isNaN(moment.getTime())) return given;
  if (day) return dates('day', DAY).format(moment);
  return month ? dates('month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(moment) : dates('year', { year: 'numeric', timeZone: 'UTC' }).format(moment);
}

export const yearOf = (given: string): string => date(given.slice(0, 4));

// A position vector ("0:12,1:7") names the last record of each lane, which count from 0.
export const isPosition = (knownAt: string): boolean => /^\d+:\d+(,\d+:\d+)*$/.test(knownAt);
export const recordsIn = (position: string): number => position.split(',').reduce((sum, part) => sum + Number(part.split(':')[1]) + 1, 0);

// From one day to another, as short as the language allows; anything less precise than two days as it is.
export function span(from: string, to: string): string {
  if (from === to || !to) return date(from);
  if (from.length < 10 || to.length < 10) return from.length === to.length ? dates(`span ${from.length}`, { year: 'numeric', ...(from.length > 4 ? { month: 'long' } : {}), timeZone: 'UTC' }).formatRange(new Date(from), new Date(to)) : date(from);
  return dates('day', DAY).formatRange(new Date(from), new Date(to));
}

// The ledger's moments, to the minute; a position vector is shown as it is.
export function moment(given: string): string {
  if (isPosition(given)) return given;
  if (!given.includes('T')) return date(given);
  return dates('moment', { ...DAY, hour: '2-digit', minute: '2-digit', hour12: false, timeZoneName: 'short' }).format(new Date(given));
}

export const today = (): string => new Date().toISOString().slice(0, 10);

// "eap-2001/b2" is spoken of as B2.
export const item = (commitment: string): string => (commitment.split('/').pop() ?? commitment).toUpperCase();

// "org.rollcall.plan.adopted.v1" is plan.adopted.
export const shortType = (type: string): string => type.replace(/^org\.rollcall\./, '').replace(/\.v\d+$/, '');

// The last resort for a name that has no words: "focal_point.designated" is "Focal point designated".
export function plainly(identifier: string): string {
  const text = shortType(identifier).replace(/[._-]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
export const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1) + (/[.!?。؟]$/.test(text) ? '' : language === 'zh' ? '。' : '.');
