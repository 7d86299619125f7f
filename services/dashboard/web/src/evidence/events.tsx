// The events behind a cell in the order the ledger learned them: what was done, when it held, who says so, when it was
// learned, what became of it. Whatever an event carries is shown as text; nothing of it is ever markup.
import type { Told as Event } from '../api';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Told } from '../parts/told';
import { typeTitle } from '../record';
import { date } from '../say';
import { type CellPage, correctionOf, isClaim, spokenOf } from './api';
import { differences, Fields, labelOf, leadOf, Value } from './fields';
import { Reason, RecordOf } from './record';

export function Events({ answer }: { answer: CellPage }) {
  return (
    <section>
      <h3>{w.evidence.title}</h3>
      <ol class="events">
        {answer.events.map((event) => <Entry key={event.position} event={event} all={answer.events} commitment={answer.commitment.id} />)}
      </ol>
    </section>
  );
}

function Entry({ event, all, commitment }: { event: Event; all: Event[]; commitment: string }) {
  const about = spokenOf(event, all), corrected = event.corrects ? undefined : correctionOf(event, all);
  const disputes = all.filter((e) => isClaim(e) && e.about === event.id);
  const lead = leadOf(event.data);
  return (
    <li id={'record-' + event.position} class={corrected ? 'superseded' : ''} tabIndex={-1}>
      <p class="what">
        <strong>{event.corrects ? w.evidence.correction(typeTitle(event.type)) : typeTitle(event.type)}</strong>
        {event.on ? <span class="on">{date(event.on)}</span> : null}
      </p>
      {lead && !event.corrects ? <p class="lead-text"><Told>{lead}</Told></p> : null}
      {about ? <p>{event.corrects ? <Correction event={event} before={about} /> : <>{w.evidence.speaksOf} <a href={'#record-' + about.position}>{typeTitle(about.type)}{about.on ? w.signs.join + date(about.on) : ''}</a></>}</p> : event.about ? <p>{w.evidence.about(event.about)}</p> : null}
      {event.corrects ? null : <Fields data={event.data} said={[lead, event.on, commitment]} />}
      <p class="who"><Actor id={event.actor} /> <span class="fine">{w.evidence.tells(w.evidence.counts[event.standing], date(event.recordedtime), event.on && event.on.length === 10 ? daysBetween(event.on, event.recordedtime) : null)}</span></p>
      {corrected ? <p class="after">{w.evidence.correctedLater} <a href={'#record-' + corrected.position}>{date(corrected.recordedtime)}</a></p> : null}
      {disputes.map((d) => <p class="after" key={d.position}>{d.type.startsWith('claim.disputed') ? w.evidence.disputedLater : w.evidence.corroboratedLater} <a href={'#record-' + d.position}>{date(d.recordedtime)}</a></p>)}
      <RecordOf event={event} />
    </li>
  );
}

// What it said before, what it says now, and the reason given.
function Correction({ event, before }: { event: Event; before: Event }) {
  const changes = differences(before.data, event.data);
  return (
    <>
      {changes.map(({ key, before: was, now }) => (
        <span key={key} class="change">{labelOf(key)}: <del><Value of={was} /></del> <ins><Value of={now} /></ins></span>
      ))}
      <Reason of={event} />
    </>
  );
}

const daysBetween = (held: string, learned: string): number => Math.round((Date.parse(learned.slice(0, 10)) - Date.parse(held)) / 86_400_000);
