// Reservations, declarations and objections, with what was withdrawn of them. A section that asks for itself.
import { useAsked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { Section } from '../parts/section';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { isSpoken, nameOf, useRegistry } from '../registry';
import { date } from '../say';
import type { Statement, Statements } from './api';

export function StatementsSection({ id }: { id: string }) {
  const { place } = usePlace();
  const { countries } = useRegistry();
  const address = path`/v1/instruments/${id}/statements`;
  const told = useAsked<Statements>(address + asked(place, { limit: '1000' }), false);
  const words = w.instruments;
  const columns: Column<Statement>[] = [
    { id: 'country', head: words.country, rowHead: true, by: (s) => nameOf(countries.get(s.country), s.name ?? s.country),
      cell: (s) => <Link to={toPage(path`/countries/${s.country}`)}><Told spoken={isSpoken(countries.get(s.country))}>{nameOf(countries.get(s.country), s.name ?? s.country)}</Told></Link> },
    { id: 'kind', head: words.status, kind: 'short', by: (s) => words.kinds[s.kind], cell: (s) => <>{words.kinds[s.kind]}{s.withdrawn_on ? <small> {words.withdrawn(s.withdrawn_on)}</small> : null}</> },
    { id: 'made', head: words.made, kind: 'date', by: (s) => s.made_on, cell: (s) => date(s.made_on) },
    { id: 'article', head: words.about, kind: 'short', by: (s) => s.article, cell: (s) => (s.article ? <Told>{s.article}</Told> : '') },
    { id: 'says', head: words.says, cell: (s) => <Told>{s.summary}</Told> },
  ];
  return (
    <Section id="statements" title={words.statements} asked={told} csv={address + asked(place, { format: 'csv' })} empty={(a) => a.statements.length === 0 && words.noStatements}>
      {(a) => <Table name="said" label={words.statements} columns={columns} rows={a.statements} keyOf={(s) => s.country + s.events.join()} order="country" first={40} data={(s) => ({ 'data-kind': s.kind })} />}
    </Section>
  );
}
