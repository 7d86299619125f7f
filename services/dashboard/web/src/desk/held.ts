// The sheet at hand, kept while its owner mends a row in the form and comes back.
import type { Trouble } from '../api';
import type { Submission } from './api';
import type { Sheet } from './sheet';

export type Step = 'empty' | 'checking' | 'checked' | 'sending' | 'stopped' | 'sent';
export interface Held { sheet: Sheet | null; step: Step; share: number; trouble: Trouble | null; dryRun: boolean }
export const EMPTY: Held = { sheet: null, step: 'empty', share: 0, trouble: null, dryRun: true };

let kept: Held = EMPTY;
export const held = (): Held => kept;
export const keep = (next: Held): Held => (kept = next);

// A row that was mended and sent by form isn't sent again as it stood.
export function mended(told: Submission): void {
  const { sheet } = kept;
  if (!sheet || told.decision === 'refused') return;
  const at = sheet.columns.indexOf('id');
  for (const row of sheet.rows) if (row.told && (row.told.id || row.cells[at]?.trim()) === told.id && row.told.decision === 'refused') (row.told = told), (row.mended = true);
}
