// An evidence rule in words of the reader's language (words/…/rules.ts).
import type { EvidenceItem } from '../api';
import { w } from '../language';
import { plainly } from '../say';

export interface Condition { member: string; any_of?: string[] }
export interface Item extends EvidenceItem { where?: Condition[]; standing?: 'authority' | 'monitor' | 'other'; lasts?: { count: number; unit: string } }

export function actInWords(item: Item, nameOfFramework: (id: string) => string, nameOfInstrument: (id: string) => string): string {
  const words = w.rules;
  const of = { framework: item.framework ? nameOfFramework(item.framework) : '', instrument: item.instrument ? nameOfInstrument(item.instrument) : '' };
  const act = words.acts[item.type]?.(of) ?? plainly(item.type).toLowerCase();
  const said = [
    item.with_indicators ? words.indicators : '',
    ...(item.where ?? []).map((c) => conditionInWords(c, nameOfFramework)),
    item.standing ? words.standing[item.standing] : '',
    item.lasts ? words.lasts(item.lasts.count, item.lasts.unit) : '',
  ].filter(Boolean);
  return words.withConditions(act, said);
}

function conditionInWords({ member, any_of = [] }: Condition, nameOfFramework: (id: string) => string): string {
  const values = any_of.map((v) => (member === 'frameworks' ? nameOfFramework(v) : v.split(':').map((part) => valueInWords(part)).join(' – ')));
  return (w.rules.conditions[member] ?? ((v: string) => `${plainly(member).toLowerCase()}: ${v}`))(values.join(w.signs.join));
}

const valueInWords = (value: string): string => w.rules.values[value] ?? w.programmes.activities[value] ?? (w.code.criteria as Record<string, string>)[value] ?? plainly(value).toLowerCase();
