// The kinds of cell a reader tells apart: the API's status, and whether anything is recorded at all. Each has a letter, a
// shape and a colour of its own, so that any one of the three may be lost (print, colour-blindness, a far seat).
import type { Sign } from '../api';
import { w } from '../language';

export const KINDS = ['met', 'met_late', 'in_progress', 'lapsed', 'overdue', 'overdue_silent', 'open_told', 'silent'] as const;
export type Kind = (typeof KINDS)[number];

export function kindOf(cell: Sign): Kind {
  const told = cell.told > 0;
  if (cell.status === 'overdue') return told ? 'overdue' : 'overdue_silent';
  if (cell.status === 'open') return told ? 'open_told' : 'silent';
  return cell.status;
}

// One cell in a sentence, for the tooltip, the screen reader and the panel.
export function sentenceOf(cell: Sign): string {
  const parts = [w.signs[kindOf(cell)].label];
  if (cell.since && ['met', 'met_late', 'in_progress'].includes(cell.status)) parts.push(w.signs.since(cell.since));
  if (cell.standing) parts.push(w.signs.toldBy[cell.standing]);
  if (cell.disputed) parts.push(w.signs.disputed);
  return parts.join(w.signs.join);
}

export function countKinds(cells: Sign[]): Map<Kind, number> {
  const counts = new Map<Kind, number>(KINDS.map((k) => [k, 0]));
  for (const cell of cells) counts.set(kindOf(cell), (counts.get(kindOf(cell)) ?? 0) + 1);
  return counts;
}

// The sign itself, said elsewhere in words.
export function Tile({ kind, standing, disputed }: { kind: Kind; standing?: string | null; disputed?: boolean }) {
  return (
    <span class={`tile ${kind}${standing ? ' by-' + standing : ''}`} data-letter={w.signs[kind].letter} aria-hidden="true">
      {disputed ? <span class="flag" /> : null}
    </span>
  );
}
