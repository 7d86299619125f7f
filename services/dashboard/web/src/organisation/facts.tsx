// Who a stakeholder is: where at home, what it may speak about, its duties, and what it was before and after.
import type { ComponentChildren } from 'preact';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Country, CountryList } from '../parts/countries';
import { Link } from '../parts/link';
import { ActorList } from '../parts/source';
import { Name } from '../parts/told';
import { path, toPage } from '../place';
import { useRegistry } from '../registry';
import { date, plainly } from '../say';
import type { Body } from './api';

export function Facts({ of: b, all, activeIn }: { of: Body; all: Body[]; activeIn: string[] }) {
  const words = w.organisation;
  const before = all.filter((s) => s.successors.includes(b.stakeholder));
  const facts: [string, ComponentChildren][] = [
    [words.home, b.home ? <Country code={b.home} /> : words.homeNowhere],
    [words.activeIn, activeIn.length > 0 ? <CountryList codes={activeIn} /> : ''],
    [words.speaksOf, <Mandate of={b} />],
    [words.duties, b.duties.length > 0 ? <Duties of={b} /> : ''],
    [words.since, b.from ? date(b.from) : ''],
    [words.until, b.ended_on || b.until ? date(b.ended_on ?? b.until ?? '') : ''],
    [words.told, <Link to={toPage('/activity', { actor: b.stakeholder })}>{words.said}</Link>],
    [words.before, before.length > 0 ? <ActorList ids={before.map((s) => s.stakeholder)} /> : ''],
    [words.after, b.successors.length > 0 ? <>{b.successors.map((s, i) => <>{i > 0 ? w.signs.join : ''}<Actor key={s} id={s} /></>)}</> : ''],
  ];
  return <dl class="facts">{facts.filter(([, told]) => told !== '').map(([name, told]) => <div key={name}><dt>{name}</dt><dd>{told}</dd></div>)}</dl>;
}

function Mandate({ of: b }: { of: Body }) {
  const { regions } = useRegistry();
  const { everywhere, countries = [], regions: over = [] } = b.mandate;
  if (everywhere) return <>{w.organisation.everywhere}</>;
  if (over.length + countries.length === 0) return <>{w.organisation.onlyItself(b.kind === 'government')}</>;
  return (
    <>
      {over.map((r, i) => <>{i > 0 ? w.signs.join : ''}<Link key={r} to={{ ...toPage('/'), region: r }}><Name of={regions.get(r)} id={r} /></Link></>)}
      {over.length > 0 && countries.length > 0 ? w.signs.join : ''}
      <CountryList codes={countries} />
    </>
  );
}

// A duty is for a treaty, a framework or a meeting; each leads there.
function Duties({ of: b }: { of: Body }) {
  const { frameworks } = useRegistry();
  const goal = (duty: string, of: string) => {
    if (duty === 'depositary') return <Link to={toPage(path`/instruments/${of}`)}>{of.toUpperCase()}</Link>;
    if (duty === 'monitor') return <Link to={{ ...toPage('/'), framework: of }}><Name of={frameworks.get(of)} id={of} /></Link>;
    return <Link to={toPage(path`/meetings/${of}`)}>{of}</Link>;
  };
  return <ul>{b.duties.map(({ duty, of }) => <li key={duty + of}>{w.organisation.duty[duty] ?? plainly(duty)}{of ? <>{w.organisation.dutyOf}{goal(duty, of)}</> : null}</li>)}</ul>;
}
