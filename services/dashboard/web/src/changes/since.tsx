// Since when: one of the region's meetings, a day in the world or in the ledger, or a position.
import { useState } from 'preact/hooks';
import { w } from '../language';
import type { Meeting } from '../meetings/api';
import { usePlace } from '../place';
import { today } from '../say';

// The last that had ended by that day.
export const lastOf = (meetings: Meeting[], day: string): Meeting | undefined =>
  meetings.filter((m) => m.ends_on !== null && m.ends_on.length === 10 && m.ends_on < day).sort((a, b) => a.ends_on!.localeCompare(b.ends_on!)).pop();

export function Since({ meetings, since }: { meetings: Meeting[]; since: string }) {
  const { place, go } = usePlace();
  const turn = (change: Record<string, string>) => go({ more: { ...place.more, ...change } });
  const ended = meetings.filter((m) => m.ends_on && m.ends_on < (place.asOf || today()));
  const isDay = /^\d{4}(-\d{2}){0,2}$/.test(since), isMoment = since.includes('T');
  const by = place.more.by === 'ledger' ? 'ledger' : '';
  return (
    <form class="since screen" aria-label={w.changes.since} onSubmit={(e) => e.preventDefault()}>
      <fieldset class="field meetings-of">
        <legend class="name">{w.changes.since} · {w.changes.meetings}</legend>
        {ended.length === 0 ? <p class="fine">{w.changes.noMeetings}</p> : (
          <ul>{ended.map((m) => <li key={m.meeting}><button type="button" aria-pressed={since === m.ends_on} onClick={() => turn({ since: m.ends_on! })}>{w.changes.sinceMeeting(m.title ?? m.meeting, m.starts_on ?? m.ends_on!, m.ends_on!)}</button></li>)}</ul>
        )}
      </fieldset>
      <label class="field">
        <span class="name">{w.changes.aDate}</span>
        <input type="date" value={(isDay && since.length === 10) || isMoment ? since.slice(0, 10) : ''} max={today()} onChange={(e) => e.currentTarget.value && turn({ since: e.currentTarget.value })} />
      </label>
      <PositionField since={isDay || isMoment ? '' : since} go={(position) => turn({ since: position })} />
      <fieldset class="field">
        <legend class="name">{w.changes.by}</legend>
        <div class="options">
          <label><input type="radio" name="by" checked={isDay && !by} disabled={!isDay && !isMoment} onChange={() => turn({ since: since.slice(0, 10), by: '' })} /> {w.changes.inWorld}</label>
          <label><input type="radio" name="by" checked={!isDay || by === 'ledger'} disabled={!isDay && !isMoment} onChange={() => turn({ by: 'ledger' })} /> {w.changes.inLedger}</label>
        </div>
      </fieldset>
    </form>
  );
}

function PositionField({ since, go }: { since: string; go: (position: string) => void }) {
  const [wrong, setWrong] = useState(false);
  const take = (form: HTMLElement) => {
    const text = form.querySelector<HTMLInputElement>('input')!.value.replace(/\s/g, '');
    const good = /^\d+:\d+(,\d+:\d+)*$/.test(text);
    setWrong(!good);
    if (good) go(text);
  };
  return (
    <div class="field position">
      <label class="name" for="since-position">{w.changes.aPosition}</label>
      <div class="row">
        <input id="since-position" type="text" defaultValue={since} key={since} placeholder="0:57,3:42" inputMode="text" autocomplete="off" spellcheck={false} aria-describedby="since-hint" aria-invalid={wrong}
          onKeyDown={(e) => { if (e.key === 'Enter') take(e.currentTarget.parentElement!); }} />
        <button type="button" onClick={(e) => take(e.currentTarget.parentElement!)}>{w.changes.apply}</button>
      </div>
      <p class="fine" id="since-hint" role={wrong ? 'alert' : undefined}>{wrong ? w.changes.badPosition : w.changes.positionHint}</p>
    </div>
  );
}
