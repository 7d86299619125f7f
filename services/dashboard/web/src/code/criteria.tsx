// The six criteria: what each report said of each, and the last word on it with its source.
import { w } from '../language';
import { Source } from '../parts/source';
import { Told } from '../parts/told';
import { plainly } from '../say';
import type { Criterion, Report, WholeCode } from './api';
import { KeptSign } from './signs';

export function Criteria({ code }: { code: WholeCode }) {
  return (
    <section class="under-part">
      <h3>{w.code.criteriaOverYears}</h3>
      {code.reports.length === 0 ? <p class="quiet">{w.code.noReports}</p> : null}
      <div class="list-box scroll" role="region" aria-label={w.code.criteriaOverYears} tabIndex={0}>
        <table class="list criteria-table">
          <thead>
            <tr>
              <th scope="col">{w.code.criterion}</th>
              {code.reports.map((r) => <th scope="col" key={r.events.join()} class="middle">{r.year}</th>)}
              <th scope="col">{w.code.latest}</th>
            </tr>
          </thead>
          <tbody>{code.criteria.map((c) => <Row key={c.criterion} of={c} reports={code.reports} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ of: c, reports }: { of: Criterion; reports: Report[] }) {
  return (
    <tr data-criterion={c.criterion}>
      <th scope="row">{w.code.criteria[c.criterion] ?? plainly(c.criterion)}</th>
      {reports.map((r) => {
        const told = r.criteria.find((x) => x.criterion === c.criterion);
        return <td key={r.events.join()} class="middle" data-label={r.year}><KeptSign status={told?.status ?? null} /> <span class="heard">{w.code.kept[told?.status ?? 'none']}</span>{told?.summary ? <small class="block"><Told>{told.summary}</Told></small> : null}</td>;
      })}
      <td>
        {c.status && c.year ? (
          <>
            {w.code.keptIn(w.code.kept[c.status], c.year)}{c.trend ? w.signs.join + w.code.trend[c.trend] : ''} {c.summary ? <Told>{c.summary}</Told> : null}
            {c.told_by ? <span class="block"><Source of={{ told_by: c.told_by, citation: c.citation ?? null, disputed: c.disputed ?? false, corroborated_by: c.corroborated_by ?? [], disputed_by: c.disputed_by ?? [], events: c.events ?? [] }} /></span> : null}
          </>
        ) : w.code.kept.none}
        {c.also_told.map((t) => <span class="block" key={t.events.join()}>{w.code.alsoTold} {w.code.keptIn(w.code.kept[t.status], t.year)}. <Source of={t} /></span>)}
      </td>
    </tr>
  );
}
