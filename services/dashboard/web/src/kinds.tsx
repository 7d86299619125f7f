// The kinds of cell a reader tells apart: the API's status, and whether anything is recorded at all. Each has a letter, a
// shape and a colour of its own, so that any one of the three may be lost (print, colour-blindness, a far seat).
import type { Cell } from './api';
import { cellInWords } from './words';

export type Kind = 'met' | 'met_late' | 'in_progress' | 'lapsed' | 'overdue' | 'overdue_silent' | 'open_told' | 'silent';

export interface KindInfo { kind: Kind; letter: string; label: string; meaning: string }

export const KINDS: KindInfo[] = [
  { kind: 'met', letter: 'M', label: 'Met', meaning: 'All of the evidence, in time or without a date to keep' },
  { kind: 'met_late', letter: 'ML', label: 'Met late', meaning: 'All of the evidence, some of it after the date' },
  { kind: 'in_progress', letter: 'I', label: 'In progress', meaning: 'Some of the evidence; no date has passed' },
  { kind: 'lapsed', letter: 'L', label: 'Lapsed', meaning: 'Met once; what met it has ended' },
  { kind: 'overdue', letter: 'O', label: 'Overdue', meaning: 'The date passed, and what is recorded does not meet it' },
  { kind: 'overdue_silent', letter: 'O', label: 'Overdue, no evidence', meaning: 'The date passed, and nothing is recorded' },
  { kind: 'open_told', letter: 'R', label: 'Recorded, not met', meaning: 'What is recorded does not meet it; no date has passed' },
  { kind: 'silent', letter: '·', label: 'No evidence', meaning: 'Nothing is recorded. That is not a “no”' },
];

export function kindOf(cell: Cell): Kind {
  const told = cell.events.length > 0;
  if (cell.status === 'overdue') return told ? 'overdue' : 'overdue_silent';
  if (cell.status === 'open') return told ? 'open_told' : 'silent';
  return cell.status;
}

const infos = new Map(KINDS.map((k) => [k.kind, k]));
export const infoOf = (kind: Kind): KindInfo => infos.get(kind)!;

export const sentenceOf = (cell: Cell): string => cellInWords(cell, infoOf(kindOf(cell)).label);

export function countKinds(cells: Cell[]): Map<Kind, number> {
  const counts = new Map<Kind, number>(KINDS.map((k) => [k.kind, 0]));
  for (const cell of cells) counts.set(kindOf(cell), (counts.get(kindOf(cell)) ?? 0) + 1);
  return counts;
}

// The sign itself, said elsewhere in words.
export function Tile({ kind, standing, disputed }: { kind: Kind; standing?: string | null; disputed?: boolean }) {
  return (
    <span class={`tile ${kind}${standing ? ' by-' + standing : ''}`} data-letter={infoOf(kind).letter} aria-hidden="true">
      {disputed ? <span class="flag" /> : null}
    </span>
  );
}
