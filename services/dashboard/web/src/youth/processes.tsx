// How far young people took part, process by process: each report's rung on Hart's ladder, with what it says, who tells it,
// and what young people themselves say of it.
import { w } from '../language';
import { Country, CountryList } from '../parts/countries';
import { ToldBy } from '../parts/source';
import { Name, Told } from '../parts/told';
import { useRegistry } from '../registry';
import { date, plainly } from '../say';
import type { Participation, Process, ProcessReport } from './api';

const RUNGS = [1, 2, 3, 4, 5, 6, 7, 8];

export function Processes({ answer, csv }: { answer: Participation; csv: string }) {
  const { counts } = answer;
  return (
    <>
      <p class="lead">{counts.processes === 0 ? w.youth.noProcess : w.youth.processLead(counts.processes, counts.participation, counts.youth_voice)} <a class="screen" href={csv} download>{w.youth.tookCsv}</a></p>
      <p class="fine">{w.youth.ladder}</p>
      <div class="processes">{answer.processes.map((p) => <One key={(p.country ?? p.region) + p.process} of={p} />)}</div>
      {answer.untold.length > 0 && answer.untold.length <= 12 ? <p class="fine">{w.youth.untold} <CountryList codes={answer.untold} />.</p> : null}
      {answer.untold.length > 12 ? <details class="hint"><summary>{w.youth.untoldMany(answer.untold.length)}</summary><CountryList codes={answer.untold} /></details> : null}
    </>
  );
}

function One({ of: p }: { of: Process }) {
  const { regions } = useRegistry();
  return (
    <article class="process" data-process={p.process}>
      <header>
        <h3><Told>{p.process}</Told></h3>
        <p class="fine">{p.country ? <Country code={p.country} /> : <Name of={regions.get(p.region ?? '')} id={p.region ?? ''} />}</p>
        {p.youth_voice ? <p class="fine"><b>{w.youth.voiceHeard}</b></p> : <p class="fine">{w.youth.voiceMissing}</p>}
      </header>
      <div>{p.reports.map((r) => <Telling key={r.events.join()} of={r} />)}</div>
    </article>
  );
}

function Telling({ of: r }: { of: ProcessReport }) {
  return (
    <div class="telling" data-rung={r.rung_number}>
      <p class="rung"><Ladder rung={r.rung_number} /> <span><b>{w.youth.rung(r.rung_number)}</b> {w.youth.rungs[r.rung] ?? plainly(r.rung).toLowerCase()}{r.participation ? '' : w.signs.join + w.youth.notParticipation}</span></p>
      <p><Told>{r.summary}</Told></p>
      <p class="fine">
        {w.youth.kinds[r.kind] ?? plainly(r.kind)}{w.signs.join}{r.from ? w.youth.span(r.from, r.reported_on) : date(r.reported_on)}{r.young_people === null ? '' : w.signs.join + w.youth.youngPeople(r.young_people)}.
        {' '}<ToldBy teller={r.told_by} />{r.told_by_kind === 'youth_committee' ? ' ' + w.youth.ownVoice : ''}. {r.citation ? <>{w.source.cites} <Told>{r.citation}</Told> </> : null}{w.source.records(r.events)}.
      </p>
      {r.voices.map((v) => (
        <p key={v.position} class={v.says === 'disputes' ? 'claim' : 'claim agreeing'}>
          {v.says === 'disputes' ? <b class="bang" aria-hidden="true">!</b> : null} {w.youth.says[v.says]} <Told>{w.source.quoted(v.statement)}</Told> <span class="fine"><ToldBy teller={v.told_by} /></span>
        </p>
      ))}
    </div>
  );
}

// Eight rungs from below; the three lowest are no participation and stay hatched.
function Ladder({ rung }: { rung: number }) {
  return <span class="ladder" aria-hidden="true">{RUNGS.map((n) => <i key={n} class={[n <= 3 ? 'low' : '', n === rung ? 'here' : n < rung ? 'below' : ''].join(' ')}>{n === rung ? n : ''}</i>)}</span>;
}
