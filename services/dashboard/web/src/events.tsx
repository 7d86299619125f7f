// The events behind a cell, oldest first: what, when it held, who says so, when the ledger learned it, and all it said.
// Whatever an event carries is shown as text; nothing of it is ever markup.
import type { Stakeholder, Told } from './api';
import { dateInWords, inWords, momentInWords, standingShort } from './words';

export function Events({ told, tellers }: { told: Told[]; tellers: Stakeholder[] }) {
  const names = new Map(tellers.map((s) => [s.stakeholder, s.name]));
  return (
    <section>
      <h3>The evidence</h3>
      <ol class="events">
        {told.map((t) => (
          <li key={t.position}>
            <p class="what"><strong>{t.corrects ? 'Corrected: ' : ''}{inWords(t.type)}</strong>{t.on ? <span class="on">{dateInWords(t.on)}</span> : null}</p>
            <p class="who">{names.get(t.actor) ?? t.actor} <span class="fine">({standingShort(t.standing)})</span></p>
            <Fields data={t.data} />
            <p class="fine">{t.about ? `About ${t.about}. ` : ''}Learned {momentInWords(t.recordedtime)}; record {t.position}, {t.id}.</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Fields({ data }: { data: Record<string, unknown> }) {
  const fields = Object.entries(data).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
  if (fields.length === 0) return null;
  return <dl>{fields.map(([key, value]) => <div key={key}><dt>{inWords(key)}</dt><dd>{valueInWords(value)}</dd></div>)}</dl>;
}

function valueInWords(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value === 'object' && value !== null) {
    const named = value as Record<string, unknown>;
    if (typeof named.id === 'string' && typeof named.source === 'string') return named.id;
    return Object.entries(named).map(([k, v]) => `${inWords(k).toLowerCase()}: ${valueInWords(v)}`).join('; ');
  }
  const text = String(value);
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return dateInWords(text);
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? inWords(text).toLowerCase() : text;
}
