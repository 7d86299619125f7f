// The events behind a cell, oldest first: what, when it held, who says so, when the ledger learned it, and all it said.
// Whatever an event carries is shown as text; nothing of it is ever markup.
import type { Told as Record_ } from '../api';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Told } from '../parts/told';
import { date, plainly } from '../say';

export function Events({ told }: { told: Record_[] }) {
  return (
    <section>
      <h3>{w.evidence.title}</h3>
      <ol class="events">
        {told.map((t) => (
          <li key={t.position}>
            <p class="what"><strong>{t.corrects ? w.evidence.corrected + ' ' : ''}{typeInWords(t.type)}</strong>{t.on ? <span class="on">{date(t.on)}</span> : null}</p>
            <p class="who"><Actor id={t.actor} /> <span class="fine">({w.signs.standing[t.standing]})</span></p>
            <Fields data={t.data} />
            <p class="fine">{t.about ? w.evidence.about(t.about) + ' ' : ''}{w.evidence.learned(t.recordedtime, t.position, t.id)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const typeInWords = (type: string): string => plainly(w.terms.types[type.replace(/^org\.rollcall\./, '').replace(/\.v\d+$/, '')] ?? type);

function Fields({ data }: { data: Record<string, unknown> }) {
  const fields = Object.entries(data).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
  if (fields.length === 0) return null;
  return <dl>{fields.map(([key, value]) => <div key={key}><dt>{plainly(key)}</dt><dd><Told>{valueInWords(value)}</Told></dd></div>)}</dl>;
}

function valueInWords(value: unknown): string {
  if (value === true) return w.evidence.yes;
  if (value === false) return w.evidence.no;
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value === 'object' && value !== null) {
    const named = value as Record<string, unknown>;
    if (typeof named.id === 'string' && typeof named.source === 'string') return named.id;
    return Object.entries(named).map(([k, v]) => `${plainly(k).toLowerCase()}: ${valueInWords(v)}`).join('; ');
  }
  const text = String(value);
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return date(text);
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? plainly(text).toLowerCase() : text;
}
