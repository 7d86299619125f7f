// What stands, in numbers: a row a framework, a column a sign.
import type { CountryPage } from '../api';
import { w } from '../language';
import { countKinds, type Kind, KINDS, Tile } from '../parts/signs';
import { type Column, Table } from '../parts/table';
import { Name } from '../parts/told';
import { useRegistry } from '../registry';
import { count } from '../say';

interface Row { id: string; total: number; counts: Map<Kind, number> }

export function Numbers({ answer }: { answer: CountryPage }) {
  const { frameworks } = useRegistry();
  const words = w.country;
  const rows: Row[] = answer.frameworks.map((f) => ({ id: f.framework, total: f.cells.length, counts: countKinds(f.cells) }));
  const sum = (kinds: Kind[]) => rows.reduce((n, r) => n + kinds.reduce((m, k) => m + (r.counts.get(k) ?? 0), 0), 0);
  const total = rows.reduce((n, r) => n + r.total, 0);
  const columns: Column<Row>[] = [
    { id: 'framework', head: words.framework, rowHead: true, cell: (r) => (
      <>
        <a href={'#in-' + r.id}><Name of={frameworks.get(r.id)} id={r.id} /></a>
        <span class="bar" aria-hidden="true">{KINDS.map((k) => (r.counts.get(k) ? <span key={k} class={k} style={{ flexGrow: r.counts.get(k) }} /> : null))}</span>
      </>
    ) },
    { id: 'total', head: words.all, kind: 'number', cell: (r) => count(r.total) },
    ...KINDS.filter((k) => sum([k]) > 0).map((k): Column<Row> => ({
      id: k, head: w.signs[k].label, sign: <Tile kind={k} />, kind: 'number', cell: (r) => (r.counts.get(k) ? count(r.counts.get(k)!) : <span class="not">0</span>),
    })),
  ];
  return (
    <section id="numbers" class="standing">
      <h2 id="numbers-title" class="heard">{words.sections.numbers}</h2>
      <p class="large">{words.numbersLead(total, sum(['met', 'met_late']), sum(['overdue', 'overdue_silent']), total - sum(['silent', 'overdue_silent']))}</p>
      <Table name="numbers" label={words.sections.numbers} columns={columns} rows={rows} keyOf={(r) => r.id} data={(r) => ({ 'data-framework': r.id, 'data-counts': KINDS.map((k) => r.counts.get(k) ?? 0).join(' ') })} />
    </section>
  );
}
