// How the reader has the matrix arranged, all of it in the address: grouped by theme or by due date, countries by name or by how
// many commitments they have met, signs as usual or large enough for the last row of a hall, and what the map shows.
import type { Commitment, Framework, Sign } from '../api';
import { w } from '../language';
import type { Place } from '../place';
import { isSpoken, nameOf } from '../registry';
import { compare, plainly } from '../say';
import type { Card } from './card';

export interface Arrangement { group: 'theme' | 'due'; order: 'name' | 'met'; signs: 'usual' | 'large'; map: string }

export const arrangementOf = ({ more }: Place): Arrangement => ({
  group: more.group === 'due' ? 'due' : 'theme',
  order: more.order === 'met' ? 'met' : 'name',
  signs: more.signs === 'large' ? 'large' : 'usual',
  map: more.map ?? '',
});

export interface Group { id: string; letter: string; name: string; spoken: boolean; rows: { commitment: Commitment; number: number }[] }

export function grouped(card: Card, framework: Framework | undefined, by: 'theme' | 'due'): Group[] {
  const groups = by === 'due' ? byDue(card) : byTheme(card, framework);
  let number = 0;
  for (const group of groups) for (const row of group.rows) row.number = number++;
  return groups;
}

// In the order of the document, as the framework lists its themes.
function byTheme(card: Card, framework: Framework | undefined): Group[] {
  const groups = new Map<string, Group>();
  for (const t of framework?.themes ?? []) groups.set(t.id, { id: t.id, letter: t.letter, name: nameOf(t, t.id), spoken: isSpoken(t), rows: [] });
  for (const commitment of card.commitments) {
    const group = groups.get(commitment.theme) ?? { id: commitment.theme, letter: '', name: plainly(commitment.theme), spoken: false, rows: [] };
    groups.set(commitment.theme, group);
    group.rows.push({ commitment, number: 0 });
  }
  const all = [...groups.values()].filter((g) => g.rows.length > 0);
  for (const group of all) group.rows.sort((a, b) => Number(a.commitment.id.match(/\d+$/)) - Number(b.commitment.id.match(/\d+$/)));
  return all;
}

// The first date first; what has none comes last.
function byDue(card: Card): Group[] {
  const days = [...new Set(card.commitments.map((c) => c.due ?? ''))].sort((a, b) => (a || '9').localeCompare(b || '9'));
  return days.map((due) => ({
    id: due || 'none', letter: '', name: due ? w.region.dueOn(due) : w.region.noDue, spoken: true,
    rows: card.commitments.filter((c) => (c.due ?? '') === due).map((commitment) => ({ commitment, number: 0 })),
  }));
}

export function metOf(card: Card): Map<string, number> {
  const met = new Map<string, number>();
  for (const cell of card.cells) if (cell.status === 'met' || cell.status === 'met_late') met.set(cell.country, (met.get(cell.country) ?? 0) + 1);
  return met;
}

export function inOrder(card: Card, order: 'name' | 'met', name: (code: string) => string): string[] {
  const met = order === 'met' ? metOf(card) : null;
  return [...card.countries].sort((a, b) => (met ? (met.get(b) ?? 0) - (met.get(a) ?? 0) : 0) || compare(name(a), name(b)));
}

export function told(group: Group, countries: string[], cells: Map<string, Sign>): string {
  let met = 0, late = 0, any = 0;
  for (const { commitment } of group.rows)
    for (const code of countries) {
      const cell = cells.get(code + ' ' + commitment.id);
      met += Number(cell?.status === 'met');
      late += Number(cell?.status === 'met_late');
      any += Number((cell?.told ?? 0) > 0);
    }
  return any === 0 ? w.region.noneYet : w.region.themeTold(met + late, late, any);
}
