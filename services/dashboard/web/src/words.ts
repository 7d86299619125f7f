// How things are said: dates written out, numbers grouped, names of types and fields in plain words.
import type { Cell, EvidenceItem, Standing } from './api';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const numbers = new Intl.NumberFormat('en');

export const count = (n: number): string => numbers.format(n);
export const counted = (n: number, one: string, many = one + 's'): string => `${count(n)} ${n === 1 ? one : many}`;

// A day, a month or a year, as precise as it was given.
export function dateInWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  const name = MONTHS[Number(month) - 1];
  if (!name) return year ?? date;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

export function momentInWords(moment: string): string {
  if (moment.includes(':') && !moment.includes('T')) return `position ${moment}`;
  if (!moment.includes('T')) return dateInWords(moment);
  return `${dateInWords(moment)}, ${moment.slice(11, 16)} UTC`;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export const item = (commitment: string): string => (commitment.split('/').pop() ?? commitment).toUpperCase();

export const STANDING: Record<Standing, string> = {
  authority: 'the one in charge (a government on its own acts, a depositary on a treaty)',
  monitor: 'a monitor of this framework',
  other: 'others',
};
export const standingShort = (s: Standing): string => ({ authority: 'authority', monitor: 'monitor', other: 'others' })[s];

export function inWords(identifier: string): string {
  const text = identifier.replace(/^org\.rollcall\./, '').replace(/\.v\d+$/, '').replace(/[._]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function evidenceInWords(e: EvidenceItem, frameworkName: (id: string) => string): string {
  switch (e.type) {
    case 'treaty.ratified': return `the treaty ${(e.instrument ?? '').toUpperCase()} ratified or acceded to`;
    case 'plan.adopted': return 'a plan adopted' + (e.framework ? ` that covers “${frameworkName(e.framework)}”` : '') + (e.with_indicators ? ', with indicators' : '');
    case 'declaration.adopted': return e.framework ? `“${frameworkName(e.framework)}” adopted` : 'a declaration adopted';
    case 'focal_point.designated': return 'a focal point designated';
    default: return inWords(e.type).toLowerCase();
  }
}

// One cell in a sentence, for the tooltip, the screen reader and the panel.
export function cellInWords(cell: Cell, label: string): string {
  const parts = [label.toLowerCase()];
  if (cell.since && (cell.status === 'met' || cell.status === 'met_late' || cell.status === 'in_progress')) parts.push(`since ${dateInWords(cell.since)}`);
  if (cell.standing) parts.push(`told by ${cell.standing === 'authority' ? 'the authority' : cell.standing === 'monitor' ? 'a monitor' : 'others'}`);
  if (cell.disputed) parts.push('disputed');
  return parts.join(', ');
}

export function nameOf(name: string | undefined, id: string, invented: boolean): string {
  const text = name || id;
  return invented && !/invented/i.test(text) ? `${text} (invented)` : text;
}
