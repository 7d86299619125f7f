// Why something was refused: in words, and by the code and the place that a program would go by.
import { w } from '../language';
import { Told } from '../parts/told';
import { sentence } from '../say';
import type { Reason } from './api';

export function Reasons({ reasons, label }: { reasons: Reason[]; label?: string }) {
  if (reasons.length === 0) return null;
  return (
    <ul class="reasons" aria-label={label ?? w.desk.reasons}>
      {reasons.map((r, i) => (
        <li key={i}>
          <span class="why-not">{w.desk.codes[r.code] ?? w.desk.codes.refused}</span> <Told>{sentence(r.detail)}</Told>{' '}
          <span class="fine"><code dir="ltr">{r.code}</code>{r.column || r.pointer ? <> <code dir="ltr">{r.column ?? r.pointer}</code></> : null}</span>
        </li>
      ))}
    </ul>
  );
}

// A decision as a word with a sign of its own, so that it doesn't hang on colour.
const SIGNS = { admitted: '✓', refused: '✕', pending: '…', draft: '◌' } as const;
export function Decision({ of, dryRun = false }: { of: 'admitted' | 'refused' | 'pending' | 'draft'; dryRun?: boolean }) {
  return <span class={`decision is-${of}`} data-decision={of}><b aria-hidden="true">{SIGNS[of]}</b> {(dryRun ? w.desk.would : w.desk.decisions)[of]}</span>;
}
