// What was told about this promise and withdrawn again. A withdrawn event explains the cell no more, but the ledger keeps it,
// with who withdrew it, when and why.
import type { EvidenceRule } from '../api';
import { useAsked } from '../asking';
import { useAskedAll } from '../asking-many';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Link } from '../parts/link';
import { Told } from '../parts/told';
import { asked, toPage, usePlace } from '../place';
import { recordOf, typeTitle } from '../record';
import { count, date, shortType } from '../say';
import { leadOf } from './fields';

const READ = 20; // the newest; each is two records to read
const NAMES_ITS_PROMISE = 'progress.reported';

interface Retracted { source: string; id: string; position: string; type: string }
interface Retraction { position: string; recordedtime: string; source: string; id: string; subject: string; about: Retracted | null }
interface Activity { entries: Retraction[]; next: string | null }
interface Before { rollcallactor: string; time?: string; data: Record<string, unknown> }
export interface Withdrawal { retraction: Retraction; about: Retracted; before: Before; reason: string }
export interface Withdrawals { found: Withdrawal[]; unread: boolean }

export function useWithdrawn(country: string | null, commitment: string, rule: EvidenceRule | undefined): Withdrawals {
  const { place } = usePlace();
  const { answer } = useAsked<Activity>(country === null ? null : '/v1/activity' + asked({ ...place, asOf: '' }, { country, type: 'event.retracted', limit: '1000' }), false);
  const may = (answer?.entries ?? []).filter((r) => r.about !== null && mayBear(r.about.type, rule));
  const read = may.slice(0, READ);
  const befores = useAskedAll<Before>(read.map((r) => recordOf({ ...r.about!, subject: r.subject })));
  const bearing = befores.current ? read.map((retraction, i) => ({ retraction, about: retraction.about!, before: befores.answer?.[i] })).filter((x): x is Omit<Withdrawal, 'reason'> => x.before !== undefined && bears(x.about.type, x.before, commitment, rule)) : [];
  const reasons = useAskedAll<{ data: { reason?: string } }>(bearing.map((x) => recordOf(x.retraction)));
  const found = reasons.current ? bearing.map((x, i) => ({ ...x, reason: reasons.answer?.[i]?.data.reason ?? '' })) : [];
  return { found, unread: may.length > READ || (answer?.next ?? null) !== null };
}

export function Withdrawn({ of: { found, unread }, country }: { of: Withdrawals; country: string }) {
  if (found.length === 0 && !unread) return null;
  return (
    <section>
      <h3>{w.evidence.withdrawn}</h3>
      <ul class="events">
        {found.map(({ retraction, about, before, reason }) => (
          <li key={retraction.position} class="superseded">
            <p class="what"><strong><del>{typeTitle(about.type)}</del></strong>{before.time ? <span class="on">{date(before.time.slice(0, 10))}</span> : null}</p>
            {leadOf(before.data) ? <p class="lead-text"><Told>{leadOf(before.data)}</Told></p> : null}
            <p class="who"><Actor id={before.rollcallactor} /></p>
            <p class="after">{w.evidence.withdrawnOn(date(retraction.recordedtime))} {reason ? <q><Told>{reason}</Told></q> : null}</p>
            <p class="fine"><a href={recordOf({ ...about, subject: retraction.subject })}>{w.evidence.record(about.position)}</a> · <a href={recordOf(retraction)}>{w.evidence.withdrawalRecord(retraction.position)}</a></p>
          </li>
        ))}
      </ul>
      {unread ? <p class="fine">{w.evidence.withdrawnUnread(count(READ))} <Link to={toPage('/activity', { country, type: 'event.retracted' })}>{w.evidence.withdrawnAll}</Link></p> : null}
    </section>
  );
}

// Whether it bore on this promise: it names it, or is of a type that its evidence asks for.
const asksFor = (rule: EvidenceRule | undefined, type: string) => [...(rule?.all_of ?? []), ...(rule?.partly ?? [])].filter((e) => e.type === shortType(type));
const mayBear = (type: string, rule: EvidenceRule | undefined): boolean => shortType(type) === NAMES_ITS_PROMISE || asksFor(rule, type).length > 0;
function bears(type: string, { data }: Before, commitment: string, rule: EvidenceRule | undefined): boolean {
  if (typeof data.commitment === 'string') return data.commitment === commitment;
  return asksFor(rule, type).some((e) => (!e.instrument || e.instrument === data.instrument) && (!e.framework || e.framework === data.framework));
}
