// The years through which a report was due, as a strip of signs, and the same as a table.
import { w } from '../language';
import { date } from '../say';
import type { WholeCode } from './api';
import { YearStrip } from './signs';

export function Years({ code }: { code: WholeCode }) {
  return (
    <section class="under-part">
      <h3>{w.code.annualReports}</h3>
      <YearStrip years={code.years} />
      <p class="fine">{w.code.reportsTold(code.years_reported.length, code.years_due.length, code.years_missing.length)}</p>
      {code.years.length === 0 ? null : (
        <details>
          <summary>{w.code.yearTable}</summary>
          <table class="list narrow-list">
            <thead><tr>{[w.code.year, w.code.reportState, w.code.dueBy].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
            <tbody>
              {code.years.map((y) => (
                <tr key={y.year}><th scope="row">{y.year}</th><td>{w.code.yearStates[y.late ? 'late' : y.state]}</td><td>{y.due_on ? date(y.due_on) : w.code.notOwed}</td></tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
