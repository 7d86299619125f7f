// The voices on one promise side by side: one card for each stakeholder, whoever's word counts for more first. None is
// merged into another.
import type { Standing, Told as Event } from '../api';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Told } from '../parts/told';
import { typeTitle } from '../record';
import { date } from '../say';
import { type CellPage, correctionOf, type Voice } from './api';

const RANK: Record<Standing, number> = { authority: 0, monitor: 1, other: 2 };

export function Voices({ answer }: { answer: CellPage }) {
  const speakers = new Map<string, Voice[]>();
  for (const voice of answer.voices) speakers.set(voice.told_by.actor, [...(speakers.get(voice.told_by.actor) ?? []), voice]);
  if (speakers.size < 2) return null;
  const cards = [...speakers].sort(([, a], [, b]) => RANK[a[0]!.told_by.standing] - RANK[b[0]!.told_by.standing]);
  const events = new Map(answer.events.map((e) => [e.position, e]));
  return (
    <section>
      <h3>{w.evidence.voices(speakers.size)}</h3>
      <ul class="voices">
        {cards.map(([actor, voices]) => {
          const { kind, told_by } = voices[0]!;
          return (
            <li key={actor}>
              <p class="who"><Actor id={actor} /></p>
              <p class="fine">{w.evidence.kindAndStanding(kind ? (w.terms.kinds[kind] ?? kind) : '', w.evidence.counts[told_by.standing])}</p>
              <ul>{voices.map((v) => <Said key={v.position} voice={v} event={events.get(v.position)} all={answer.events} />)}</ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Said({ voice, event, all }: { voice: Voice; event: Event | undefined; all: Event[] }) {
  if (voice.says === 'corrects') return null; // told with what it corrects
  const corrected = event ? correctionOf(event, all) : undefined;
  const on = (corrected ?? event)?.on;
  const act = voice.says === 'act' || voice.says === 'ends';
  return (
    <li class={voice.says}>
      <a href={'#record-' + voice.position}><strong>{act && event ? typeTitle(event.type) : w.evidence.says[voice.says]}</strong></a>
      {on ? w.signs.join + date(on) : ''}{corrected ? w.evidence.asCorrected : ''}
      {voice.statement ? <q><Told>{voice.statement}</Told></q> : null}
    </li>
  );
}
