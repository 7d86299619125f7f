// What was told about this promise and withdrawn again. A withdrawn event explains the cell no more, but the ledger keeps it,
// with who withdrew it, when and why.
import { useEffect, useState } from 'preact/hooks';
import { type EvidenceRule, read } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Told } from '../parts/told';
import { asked, usePlace } from '../place';
import { date } from '../say';
import { eventAddress, typeOf } from './api';
import { leadOf, typeInWords } from './fields';

interface Retraction { position: string; recordedtime: string; source: string; id: string; actor: string; about: { source: string; id: string; position: string; type: string } | null }
interface Activity { entries: Retraction[] }
export interface Withdrawal { retraction: Retraction; reason: string; lead: string; actor: string; on: string }

export function useWithdrawn(country: string | null, commitment: string, rule: EvidenceRule | undefined): Withdrawal[] {
  const { place } = usePlace();
  const { answer } = useAsked<Activity>(country === null ? null : '/v1/activity' + asked({ ...place, asOf: '' }, { country, type: 'event.retracted', limit: '1000' }), false);
  const [found, setFound] = useState<Withdrawal[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const all = (answer?.entries ?? []).map((retraction) => withdrawalOf(retraction, commitment, rule, stop.signal));
    void Promise.all(all).then((list) => setFound(list.filter((x) => x !== null)), () => {});
    return () => stop.abort();
  }, [answer, commitment, rule]);
  return found;
}

export function Withdrawn({ found }: { found: Withdrawal[] }) {
  if (found.length === 0) return null;
  return (
    <section>
      <h3>{w.evidence.withdrawn}</h3>
      <ul class="events">
        {found.map(({ retraction, reason, lead, actor, on }) => (
          <li key={retraction.position} class="superseded">
            <p class="what"><strong><del>{typeInWords(retraction.about!.type)}</del></strong>{on ? <span class="on">{date(on)}</span> : null}</p>
            {lead ? <p class="lead-text"><Told>{lead}</Told></p> : null}
            <p class="who"><Actor id={actor} /></p>
            <p class="after">{w.evidence.withdrawnOn(date(retraction.recordedtime))} {reason ? <q><Told>{reason}</Told></q> : null}</p>
            <p class="fine"><a href={eventAddress(retraction.about!)}>{w.evidence.record(retraction.about!.position)}</a> · <a href={eventAddress(retraction)}>{w.evidence.withdrawalRecord(retraction.position)}</a></p>
          </li>
        ))}
      </ul>
    </section>
  );
}

// Whether it bore on this promise: it names it, or is of a type that its evidence asks for.
async function withdrawalOf(retraction: Retraction, commitment: string, rule: EvidenceRule | undefined, signal: AbortSignal): Promise<Withdrawal | null> {
  if (!retraction.about) return null;
  const [was, why] = await Promise.all([read(eventAddress(retraction.about), signal), read(eventAddress(retraction), signal)]);
  const before = JSON.parse(was) as { rollcallactor: string; time?: string; data: Record<string, unknown> };
  const named = before.data.commitment;
  const type = typeOf(retraction.about.type);
  const bears = typeof named === 'string' ? named === commitment : [...(rule?.all_of ?? []), ...(rule?.partly ?? [])].some((e) => e.type === type && (!e.instrument || e.instrument === before.data.instrument) && (!e.framework || e.framework === before.data.framework));
  if (!bears) return null;
  const { data } = JSON.parse(why) as { data: { reason?: string } };
  return { retraction, reason: data.reason ?? '', lead: leadOf(before.data), actor: before.rollcallactor, on: (before.time ?? '').slice(0, 10) };
}
