// What an event's data says, in words: known names for frameworks, treaties, countries and commitments, dates written out.
import { w } from '../language';
import { Told } from '../parts/told';
import { nameOf, type Registry, useRegistry } from '../registry';
import { count, date, item, listed, plainly } from '../say';

const LEADING = ['title', 'summary', 'statement', 'findings', 'unit', 'institution', 'name', 'reason'];
export function leadOf(data: Record<string, unknown>): string {
  for (const key of LEADING) if (typeof data[key] === 'string' && data[key]) return data[key];
  return '';
}

const empty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

// All but what is said elsewhere already: `said` holds values that need no telling again.
export function Fields({ data, said }: { data: Record<string, unknown>; said: unknown[] }) {
  const fields = Object.entries(data).filter(([key, value]) => key !== 'event' && !empty(value) && !said.includes(value));
  if (fields.length === 0) return null;
  return <dl>{fields.map(([key, value]) => <div key={key}><dt>{labelOf(key)}</dt><dd><Value of={value} /></dd></div>)}</dl>;
}

// Days, numbers, yes and no are said in the reader's language; all else is the ledger's.
const isSaid = (value: unknown): boolean => typeof value !== 'object' && (typeof value !== 'string' || /^\d{4}-\d{2}(-\d{2})?$/.test(value));
export function Value({ of }: { of: unknown }) {
  const text = valueInWords(of, useRegistry());
  return isSaid(of) ? <>{text}</> : <Told>{text}</Told>;
}

export const labelOf = (key: string): string => w.terms.members[key] ?? plainly(key);

export function valueInWords(value: unknown, registry: Registry): string {
  if (value === true) return w.evidence.yes;
  if (value === false) return w.evidence.no;
  if (empty(value)) return w.evidence.nothing;
  if (typeof value === 'number') return count(value);
  if (Array.isArray(value)) return value.every((v) => typeof v === 'string' && v.length < 60) ? listed(value.map((v) => valueInWords(v, registry))) : value.map((v) => valueInWords(v, registry)).join('; ');
  if (typeof value === 'object' && value !== null) {
    const named = value as Record<string, unknown>;
    if (typeof named.id === 'string' && typeof named.source === 'string') return named.id;
    return Object.entries(named).map(([k, v]) => `${labelOf(k)}: ${valueInWords(v, registry)}`).join('; ');
  }
  const text = String(value);
  if (registry.frameworks.has(text)) return nameOf(registry.frameworks.get(text), text);
  if (registry.countries.has(text)) return nameOf(registry.countries.get(text), text);
  if (/^[a-z0-9-]+\/[a-z]\d+$/.test(text) && registry.frameworks.has(text.split('/')[0]!)) return `${item(text)}, ${nameOf(registry.frameworks.get(text.split('/')[0]!), text)}`;
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return date(text);
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? plainly(text).toLowerCase() : text;
}

// What two versions of the same say differently.
export interface Difference { key: string; before: unknown; now: unknown }
export function differences(before: Record<string, unknown>, now: Record<string, unknown>): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]) && !(empty(before[key]) && empty(now[key]))).map((key) => ({ key, before: before[key], now: now[key] }));
}
