// What became of one event that was sent, with the way to its record or its draft.
import { useEffect, useRef } from 'preact/hooks';
import { w } from '../language';
import { Link } from '../parts/link';
import { recordOf } from '../record';
import type { Submission } from './api';
import { held } from './held';
import { Decision, Reasons } from './reasons';

export function Outcome({ of, again }: { of: Submission; again: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="desk-outcome" ref={box} tabIndex={-1} role="status" data-id={of.id}>
      <p><Decision of={of.decision} /></p>
      <p>{w.desk.outcomes[of.decision]} {of.decision === 'admitted' && of.position ? <a href={recordOf(of)}>{w.live.record(of.position)}</a> : null}</p>
      {of.now && of.now.decision === 'refused' ? <><p>{w.desk.draftWould}</p><Reasons reasons={of.now.reasons} /></> : null}
      <p class="desk-acts">
        <button type="button" class="act second" onClick={again}>{w.desk.oneMore}</button>
        <Link to={{ more: { part: of.decision === 'draft' ? 'drafts' : 'sent' } }}>{of.decision === 'draft' ? w.desk.partNames.drafts : w.desk.partNames.sent}</Link>
        {held().sheet ? <Link to={{ more: { part: 'sheet' } }}>{w.desk.backToSheet}</Link> : null}
      </p>
    </div>
  );
}
