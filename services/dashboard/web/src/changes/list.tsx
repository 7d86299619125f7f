// Each change with both signs and its cause, grouped by country or by commitment.
import { useMemo, useState } from 'preact/hooks';
import type { Framework, Told as Event } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { kindOf, Tile } from '../parts/signs';
import { Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { count, item } from '../say';
import type { Change, Evidence } from './api';
import { Cause } from './cause';

const AT_ONCE = 200;

export function List({ changes, all, signs }: { changes: Change[]; all: number; signs: number }) {
  const { place, go } = usePlace();
  const { countries, frameworks } = useRegistry();
  const evidence = useAsked<Evidence>(path`/v1/regions/${place.region}/evidence` + asked(place, { framework: place.framework }));
  const events = useMemo(() => new Map((evidence.answer?.events ?? []).map((e) => [e.event.position, e.event])), [evidence.answer]);
  const byCommitment = place.more.group === 'commitment';
  const [budget, setBudget] = useState(AT_ONCE);
  const groups = useMemo(() => grouped(changes, byCommitment), [changes, byCommitment]);
  const turn = (change: Record<string, string>) => go({ more: { ...place.more, ...change } }, 'replace');
  const about = new Map(frameworks.get(place.framework)?.commitments.map((c) => [c.id, c]));
  return (
    <>
      <div class="turns screen">
        <Turn label={w.changes.group} options={[['', w.changes.byCountry], ['commitment', w.changes.byCommitment]]} value={place.more.group ?? ''} go={(group) => turn({ group })} />
        <Turn label={w.changes.show} options={[['', `${w.changes.signsOnly} (${count(signs)})`], ['1', `${w.changes.everything} (${count(all)})`]]} value={place.more.all ?? ''} go={(value) => turn({ all: value })} />
      </div>
      {within(groups, budget).map(([id, list, shown]) => (
        <section class="group" key={id} data-group={id}>
          <h3>{byCommitment ? <><b>{item(id)}</b> <Told>{about.get(id)?.wording ?? id}</Told></> : <Link to={toPage(path`/countries/${id}`)}>{nameOf(countries.get(id), id)}</Link>} <small>{w.changes.number(list.length)}</small></h3>
          <table class="list changed" aria-label={byCommitment ? item(id) : nameOf(countries.get(id), id)}>
            <thead><tr>{[byCommitment ? w.changes.country : w.changes.commitment, w.changes.from, w.changes.to, w.changes.why].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
            <tbody>{shown.map((c) => <Row key={c.country + c.commitment} change={c} about={about.get(c.commitment)} byCommitment={byCommitment} events={events} />)}</tbody>
          </table>
        </section>
      ))}
      {changes.length > budget ? (
        <p class="more">{w.shell.showing(count(budget), count(changes.length))} <button type="button" class="screen" onClick={() => setBudget(budget + AT_ONCE)}>{w.shell.showMore}</button></p>
      ) : null}
    </>
  );
}

// As many rows as are drawn at once, group by group; a group's own number stays that of all its rows.
function within(groups: [string, Change[]][], budget: number): [string, Change[], Change[]][] {
  let left = budget;
  return groups.flatMap(([id, list]): [string, Change[], Change[]][] => {
    const shown = list.slice(0, left);
    left -= shown.length;
    return shown.length > 0 ? [[id, list, shown]] : [];
  });
}

interface RowProps { change: Change; about: Framework['commitments'][number] | undefined; byCommitment: boolean; events: Map<string, Event> }

function Row({ change, about, byCommitment, events }: RowProps) {
  const { countries } = useRegistry();
  const from = kindOf(change.before), to = kindOf(change.after);
  const why = { why: `${change.country}/${change.commitment}` };
  return (
    <tr data-cell={why.why} data-from={change.before.status} data-to={change.after.status}>
      <th scope="row"><Link to={why}>{byCommitment ? nameOf(countries.get(change.country), change.country) : <><b>{item(change.commitment)}</b> <Told>{about?.wording ?? change.commitment}</Told></>}</Link></th>
      <td data-label={w.changes.from}><span class="pair"><Tile kind={from} standing={change.before.standing} disputed={change.before.disputed} /> <span>{w.signs[from].label}</span></span></td>
      <td data-label={w.changes.to}>{from === to ? <span class="fine">{w.changes.stays}</span> : <span class="pair"><Tile kind={to} standing={change.after.standing} disputed={change.after.disputed} /> <span>{w.signs[to].label}</span></span>}</td>
      <td class="because" data-label={w.changes.why}><Cause change={change} due={about?.due ?? null} events={events} /></td>
    </tr>
  );
}

function Turn({ label, options, value, go }: { label: string; options: [string, string][]; value: string; go: (value: string) => void }) {
  return <p class="choose" role="group" aria-label={label}><span>{label}</span>{options.map(([id, name]) => <button type="button" key={id} aria-pressed={value === id} onClick={() => go(id)}>{name}</button>)}</p>;
}

function grouped(changes: Change[], byCommitment: boolean): [string, Change[]][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const id = byCommitment ? change.commitment : change.country;
    groups.set(id, [...(groups.get(id) ?? []), change]);
  }
  return [...groups];
}
