// What happened under a code, by date: signatures, reports, withdrawals, and every word for and against them.
import type { ComponentChildren } from 'preact';
import { w } from '../language';
import { CountryList } from '../parts/countries';
import { Source, type Sourced, ToldBy } from '../parts/source';
import { Told } from '../parts/told';
import { date } from '../say';
import type { Claim, Report, Signature, WholeCode, Withdrawal } from './api';

interface Happened { on: string; what: string; more: ComponentChildren; of: Sourced; claims: Claim[]; claimed: boolean }

const signed = (s: Signature, what: string): Happened => ({ on: s.signed_on, what, more: s.active_in.length > 0 ? <>{w.code.activeIn} <CountryList codes={s.active_in} /></> : null, of: s, claims: s.claims ?? [], claimed: false });
const left = (l: Withdrawal, what: string, claimed = false): Happened => ({ on: l.withdrawn_on, what, more: l.reason ? <>{w.code.reason} <Told>{l.reason}</Told></> : null, of: l, claims: l.claims ?? [], claimed });
const reported = (r: Report, what: string, claimed = false): Happened => ({ on: r.reported_on, what, more: r.summary ? <Told>{r.summary}</Told> : null, of: r, claims: r.claims, claimed });

export function History({ code }: { code: WholeCode }) {
  const words = w.code.happened;
  const all = [
    ...code.periods.flatMap((p) => [
      signed(p.signature, words.signed), ...p.also_signed.map((s) => signed(s, words.alsoSigned)),
      ...(p.withdrawal ? [left(p.withdrawal, words.withdrawn)] : []), ...p.also_withdrawn.map((l) => left(l, words.alsoWithdrawn)),
    ]),
    ...code.withdrawal_claims.map((l) => left(l, words.withdrawalClaim, true)),
    ...code.reports.map((r) => reported(r, words.reported(r.year))),
    ...code.report_claims.map((r) => reported(r, words.claimedReport(r.year), true)),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <section class="under-part">
      <h3>{w.code.whatHappened}</h3>
      <ol class="history">
        {all.map((h) => (
          <li key={h.what + h.of.events.join()} class={h.claimed ? 'claimed' : ''}>
            <span class="when">{date(h.on)}</span>
            <div>
              <p><strong>{h.what}</strong></p>
              {h.more ? <p>{h.more}</p> : null}
              <p><Source of={h.of} /></p>
              {h.claims.map((c) => <p key={c.event} class="claim">{w.code.claims[c.claim]} <Told>{c.statement}</Told> <span class="fine"><ToldBy teller={c.told_by} />{c.citation ? <> {w.source.cites} <Told>{c.citation}</Told></> : null}</span></p>)}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
