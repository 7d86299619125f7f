// The signs of a signatory: a year's report, and how far a criterion was kept. Each has a letter and a shape of its own and
// stands beside or above its name; colour only repeats it.
import { w } from '../language';
import type { Kept, Year } from './api';

const YEARS = { reported: 'met', due: 'in_progress', missing: 'overdue_silent' } as const;
const KEPT = { met: 'met', partly_met: 'in_progress', not_met: 'open_told', none: 'silent' } as const;

// One sign after another in the order of the years, each under its year.
export function YearStrip({ years }: { years: Year[] }) {
  if (years.length === 0) return <p class="quiet">{w.code.noYears}</p>;
  return (
    <ol class="report-years">
      {years.map(({ year, state, late, due_on }) => {
        const says = w.code.yearSays(year, late ? 'late' : state, due_on);
        return (
          <li key={year} title={says} data-year={year} data-state={state}>
            <span aria-hidden="true">{year}</span>
            <span class={`tile ${late ? 'met_late' : YEARS[state]}`} data-letter={w.code.yearLetters[late ? 'late' : state]} aria-hidden="true" />
            <span class="heard">{says}</span>
          </li>
        );
      })}
    </ol>
  );
}

export function KeptSign({ status }: { status: Kept | null }) {
  return <span class={`tile ${KEPT[status ?? 'none']}`} data-letter={w.code.keptLetters[status ?? 'none']} aria-hidden="true" />;
}
