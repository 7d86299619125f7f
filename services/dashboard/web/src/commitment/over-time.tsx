// How it stood at each year's end since the promise was made: a question a year, asked a few at a time.
import type { Scorecard } from '../api';
import { useAskedAll } from '../asking-many';
import { w } from '../language';
import { Link } from '../parts/link';
import { Section } from '../parts/section';
import { countKinds, type Kind, KINDS } from '../parts/signs';
import { Stacks } from '../parts/stacks';
import { type Column, Table } from '../parts/table';
import { asked, path, usePlace } from '../place';
import { count, date } from '../say';
import type { Entry } from './sections';

const MOST = 28;

// The ends of the years from the one it was made in, and the day shown; every second, third … year where there are many.
export function daysToAsk(made: string, asOf: string): string[] {
  const first = Number(made.slice(0, 4)), last = Number(asOf.slice(0, 4));
  const step = Math.max(1, Math.ceil((last - first) / MOST));
  const days: string[] = [];
  for (let year = last - 1; year >= first; year -= step) days.unshift(`${year}-12-31`);
  return asOf >= made ? [...days, asOf] : [];
}

interface Year { on: string; counts: Map<Kind, number> }

export function OverTime({ entry, framework, made, asOf }: { entry: Entry; framework: string; made: string; asOf: string }) {
  const { place } = usePlace();
  const days = daysToAsk(made, asOf);
  const question = { framework, theme: entry.theme };
  const told = useAskedAll<Scorecard>(days.map((day) => path`/v1/regions/${place.region}/scorecard` + asked({ ...place, asOf: day }, question)));
  const words = w.commitment;
  const years: Year[] = (told.answer ?? []).map((card) => ({ on: card.as_of, counts: countKinds(card.cells.filter((c) => c.commitment === entry.id)) }));
  const bands = KINDS.filter((k) => years.some((y) => y.counts.get(k)));
  const columns: Column<Year>[] = [
    { id: 'day', head: w.parts.day, rowHead: true, by: (y) => y.on, cell: (y) => <Link to={{ asOf: y.on }}>{date(y.on)}</Link> },
    ...bands.map((k): Column<Year> => ({ id: k, head: w.signs[k].label, kind: 'number', by: (y) => y.counts.get(k) ?? 0, cell: (y) => count(y.counts.get(k) ?? 0) })),
  ];
  if (days.length === 0) return <section id="time" class="part" aria-labelledby="time-title"><h2 id="time-title">{words.sections.time}</h2><p class="quiet">{words.tooEarly}</p></section>;
  return (
    <Section id="time" title={words.sections.time} asked={told}>
      {() => (
        <>
          <p class="hint">{words.timeHint}</p>
          <Stacks stacks={years} says={words.timeSays(years[0]?.on ?? made, asOf)} marks={entry.due?.length === 10 ? [{ on: entry.due, label: words.dueMark(entry.due) }] : []} />
          <details class="behind">
            <summary>{w.parts.asTable}</summary>
            <Table name="years" label={words.sections.time} columns={columns} rows={years} keyOf={(y) => y.on} data={(y) => ({ 'data-day': y.on, 'data-counts': KINDS.map((k) => y.counts.get(k) ?? 0).join(' ') })} />
          </details>
        </>
      )}
    </Section>
  );
}
