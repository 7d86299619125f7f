// Who signed the Code of Conduct: only facts, each with who told it and where it can be read; nothing is added up to a score.
import { useAsked } from '../asking';
import { w } from '../language';
import { CountryList } from '../parts/countries';
import { Choice } from '../parts/controls';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Source } from '../parts/source';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { compare, count, plainly } from '../say';
import { type Signatories, type Signatory, yearsOf } from './api';
import { KeptSign, YearStrip } from './signs';

const FIRST = 40;

export function CodePage() {
  const { place } = usePlace();
  const { state = '', report = '', country = '', code = '' } = place.more;
  const chosen = { state, report, country, code, limit: '10000' };
  const answer = useAsked<Signatories>('/v1/code-of-conduct' + asked(place, chosen));
  const csv = '/v1/code-of-conduct' + asked(place, { ...chosen, format: 'csv' });
  return (
    <Page title={w.code.title} asked={answer} csv={csv} deck={w.code.deck}>
      {({ signatories }) => (
        <>
          <p class="lead">
            {signatories.length === 0 ? '' : w.code.lead(signatories.length, signatories.filter((s) => s.state === 'signed').length, signatories.filter((s) => s.state === 'withdrawn').length, signatories.filter((s) => s.disputed).length)}{' '}
            <a class="screen" href={csv} download>{w.code.csv}</a>
          </p>
          <Filters />
          {signatories.length === 0 ? <Empty chosen={Boolean(state || report || country || code)} /> : <Key />}
          {(place.more.all ? signatories : signatories.slice(0, FIRST)).map((s) => <Entry key={s.organisation + s.code} of={s} />)}
          {signatories.length > FIRST && !place.more.all ? <p class="more">{w.shell.showing(count(FIRST), count(signatories.length))} <Link to={{ more: { ...place.more, all: '1' } }}>{w.parts.showAll}</Link></p> : null}
        </>
      )}
    </Page>
  );
}

// What can be chosen is taken from all signatories, so that a choice can be turned back.
function Filters() {
  const { place, go } = usePlace();
  const { countries, frameworks } = useRegistry();
  const all = useAsked<Signatories>('/v1/code-of-conduct' + asked(place, { limit: '10000' }), false).answer?.signatories ?? [];
  const turn = (key: string) => (value: string) => go({ more: { ...place.more, [key]: value } });
  const places = [...new Set(all.flatMap((s) => [...s.active_in, ...(s.home ? [s.home] : [])]))].map((c): [string, string] => [c, nameOf(countries.get(c), c)]).sort((a, b) => compare(a[1], b[1]));
  const codes = [...new Set(all.map((s) => s.code))].map((c): [string, string] => [c, nameOf(frameworks.get(c), c)]);
  const choice = (key: 'state' | 'report' | 'country' | 'code', label: string, options: [string, string][]) =>
    <Choice label={label} value={place.more[key] ?? ''} options={[['', w.code.all[key]], ...options]} go={turn(key)} />;
  return (
    <div class="own-filters">
      {choice('state', w.code.state, [['signed', w.code.states.signed], ['withdrawn', w.code.states.withdrawn]])}
      {choice('report', w.code.reports, [['due', w.code.reportStates.due], ['missing', w.code.reportStates.missing], ['complete', w.code.reportStates.complete]])}
      {choice('country', w.code.homeOrActive, places)}
      {codes.length > 1 || place.more.code ? choice('code', w.code.code, codes) : null}
    </div>
  );
}

function Empty({ chosen }: { chosen: boolean }) {
  return <div class="state"><h2>{chosen ? w.code.noneChosen : w.code.none}</h2><p>{w.code.wouldFill}</p></div>;
}

// Every sign with its name, once, before the first list of them.
function Key() {
  return (
    <div class="marks key">
      <span class="term">{w.code.yearKey}</span>
      {(['reported', 'due', 'missing'] as const).map((s) => <span key={s} class="mark-of"><YearSign state={s} /> {w.code.yearStates[s]}</span>)}
      <span class="term">{w.code.keptKey}</span>
      {(['met', 'partly_met', 'not_met', null] as const).map((s) => <span key={s} class="mark-of"><KeptSign status={s} /> {w.code.kept[s ?? 'none']}</span>)}
    </div>
  );
}
const YearSign = ({ state }: { state: 'reported' | 'due' | 'missing' }) =>
  <span class={`tile ${{ reported: 'met', due: 'in_progress', missing: 'overdue_silent' }[state]}`} data-letter={w.code.yearLetters[state]} aria-hidden="true" />;

function Entry({ of: s }: { of: Signatory }) {
  const { frameworks } = useRegistry();
  const own = toPage(path`/code-of-conduct/${s.organisation}`);
  return (
    <article class="signatory" data-organisation={s.organisation} data-state={s.state ?? ''}>
      <header>
        <h2><Link to={own}><Told>{nameOf(s, s.organisation)}</Told></Link></h2>
        <p class="fine">{(s.acts_as.length > 0 ? s.acts_as : [s.kind ?? '']).map((k) => w.terms.kinds[k] ?? plainly(k).toLowerCase()).join(w.signs.join)}{s.home ? <>{w.signs.join}<CountryList codes={[s.home]} /></> : null}</p>
        <p class={s.state === 'withdrawn' ? 'standing gone-from' : 'standing'}>{s.signature ? w.code.signedOn(s.signature.signed_on) : w.code.noSignature}{s.withdrawal ? <> <strong>{w.code.withdrawnOn(s.withdrawal.withdrawn_on)}</strong></> : null}</p>
        {s.signature ? <p><Source of={s.signature} /></p> : null}
        {s.withdrawal ? <p>{s.withdrawal.reason ? <><Told>{s.withdrawal.reason}</Told> </> : null}<Source of={s.withdrawal} /></p> : null}
        {s.disputed ? <p class="dispute"><b class="bang" aria-hidden="true">!</b> {w.code.disputedSomewhere}</p> : null}
        <p class="fine">{w.code.activeIn} <CountryList codes={s.active_in} /></p>
        {frameworks.size > 0 && s.code !== 'tourism-code' ? <p class="fine"><Name of={frameworks.get(s.code)} id={s.code} /></p> : null}
      </header>
      <div>
        <h3>{w.code.annualReports}</h3>
        <YearStrip years={yearsOf(s)} />
        <p class="fine">{w.code.reportsTold(s.years_reported.length, s.years_due.length, s.years_missing.length)}{s.next_due ? ' ' + w.code.nextDue(s.next_due) : ''}</p>
        <h3>{w.code.sixCriteria}</h3>
        <ul class="criteria">
          {s.criteria.map((c) => (
            <li key={c.criterion} data-criterion={c.criterion} data-status={c.status ?? ''}>
              <KeptSign status={c.status} />
              <span>{w.code.criteria[c.criterion] ?? plainly(c.criterion)} <small>{c.status && c.year ? w.code.keptIn(w.code.kept[c.status], c.year) : w.code.kept.none}</small></span>
            </li>
          ))}
        </ul>
        {s.safeguards.length > 0 ? <p class="fine">{w.code.safeguardsTold(s.safeguards.length)}</p> : null}
        <p><Link to={own}>{w.code.history}</Link></p>
      </div>
    </article>
  );
}
