// Who is bound, who has only signed, and of whom nothing is recorded: a list to sort and to narrow.
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Phrase } from '../parts/phrase';
import { Choice } from '../parts/controls';
import { Link } from '../parts/link';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { path, toPage, usePlace } from '../place';
import { isSpoken, nameOf, useRegistry } from '../registry';
import { count, date, plainly } from '../say';
import type { Bound, Instrument } from './api';

const WHICH = ['all', 'party', 'signatory', 'left', 'statements', 'none'] as const;
type Which = (typeof WHICH)[number];
const TESTS: Record<Which, (c: Bound) => boolean> = {
  all: (c) => c.status !== 'none',
  party: (c) => c.status === 'party',
  signatory: (c) => c.status === 'signatory',
  left: (c) => c.status === 'left',
  statements: (c) => c.statements.length > 0,
  none: (c) => c.status === 'none',
};

export function Countries({ answer, members }: { answer: Instrument; members: Set<string> }) {
  const { place, go } = usePlace();
  const { regions } = useRegistry();
  const words = w.instruments;
  const wide = place.more.where !== 'region';
  const which: Which = WHICH.find((k) => k === place.more.which) ?? 'all';
  const within = answer.countries.filter((c) => wide || members.has(c.country));
  const rows = within.filter(TESTS[which]);
  const told = [...new Set(rows.map((c) => c.told_by?.actor).filter((a) => a !== undefined))];
  const columns = useColumns(members, told.length > 1, rows.some((c) => c.statements.length > 0));
  const turn = (change: Record<string, string>) => go({ more: { ...place.more, ...change } }, 'replace');
  const offered = WHICH.filter((k) => k === 'all' || k === which || within.some(TESTS[k]));
  return (
    <section aria-labelledby="countries">
      <h2 id="countries">{words.list}</h2>
      <div class="narrow">
        <Choice label={words.show} value={which} go={(v) => turn({ which: v })} options={offered.map((k) => [k, `${words.which[k]} (${count(within.filter(TESTS[k]).length)})`])} />
        <Choice label={w.shell.region} value={wide ? 'everywhere' : 'region'} go={(v) => turn({ where: v })} options={[['everywhere', words.everywhere], ['region', nameOf(regions.get(place.region), place.region)]]} />
      </div>
      {told.length === 1 ? <p class="fine"><Phrase say={(who) => words.allToldBy(who!)} put={[<Actor id={told[0]!} />]} /></p> : null}
      {rows.length === 0 ? <p class="state">{words.noneSuch}</p> : (
        <Table name="sort" label={words.list} columns={columns} rows={rows} keyOf={(c) => c.country} order="country" first={60}
          data={(c) => ({ 'data-country': c.country, 'data-status': c.status })} rowClass={(c) => (members.has(c.country) ? 'ours' : '')} />
      )}
    </section>
  );
}

function useColumns(members: Set<string>, many: boolean, said: boolean): Column<Bound>[] {
  const { countries } = useRegistry();
  const words = w.instruments;
  const day = (of: (c: Bound) => string | null) => ({ kind: 'date' as const, by: of, cell: (c: Bound) => { const given = of(c); return given ? date(given) : ''; } });
  return [
    { id: 'country', head: words.country, rowHead: true, by: (c) => nameOf(countries.get(c.country), c.name),
      cell: (c) => <Link to={toPage(path`/countries/${c.country}`)} class={members.has(c.country) ? 'strong' : ''}><Told spoken={isSpoken(countries.get(c.country))}>{nameOf(countries.get(c.country), c.name)}</Told></Link> },
    { id: 'status', head: words.status, kind: 'short', by: (c) => ['party', 'signatory', 'left', 'none'].indexOf(c.status),
      cell: (c) => <><span class={'bond ' + c.status}>{words.bond[c.status]}</span>{c.disputed ? <small> {words.disputed}</small> : null}{c.denounced_on ? <small> {words.denounced(c.denounced_on)}</small> : null}</> },
    { id: 'signed', head: words.signed, ...day((c) => c.signed_on) },
    { id: 'bound', head: words.boundOn, ...day((c) => c.bound_on) },
    { id: 'form', head: words.form, kind: 'short', by: (c) => c.form, cell: (c) => (c.form ? words.forms[c.form] ?? plainly(c.form).toLowerCase() : '') },
    { id: 'force', head: words.force, ...day((c) => c.in_force_on) },
    ...(!said ? [] : [{ id: 'statements', head: words.statement, kind: 'number' as const, by: (c: Bound) => c.statements.length || null, cell: (c: Bound) => (c.statements.length ? <a href="#statements">{count(c.statements.length)}</a> : '') } satisfies Column<Bound>]),
    ...(!many ? [] : [{ id: 'teller', head: words.toldBy, by: (c: Bound) => c.told_by?.actor, cell: (c: Bound) => (c.told_by ? <small><Actor id={c.told_by.actor} /></small> : '') } satisfies Column<Bound>]),
  ];
}
