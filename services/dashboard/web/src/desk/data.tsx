// An event's data as pairs of name and value, whatever it holds, always as text.
import { w } from '../language';
import { Told } from '../parts/told';
import { plainly } from '../say';

export function DataList({ data }: { data: Record<string, unknown> }) {
  return <dl class="desk-data">{Object.entries(data).map(([name, value]) => <div key={name}><dt>{w.terms.members[name] ?? <Told>{plainly(name)}</Told>}</dt><dd><Value of={value} /></dd></div>)}</dl>;
}

function Value({ of }: { of: unknown }) {
  if (Array.isArray(of)) return <ul>{of.map((v, i) => <li key={i}><Value of={v} /></li>)}</ul>;
  if (of !== null && typeof of === 'object') return <DataList data={of as Record<string, unknown>} />;
  if (typeof of === 'boolean') return <>{of ? w.desk.yes : w.desk.no}</>;
  return <bdi>{String(of)}</bdi>;
}
