// One country: its cells in every framework that speaks to it, as lists to read.
import type { Cell, CountryPage, Framework } from './api';
import { countKinds, infoOf, KINDS, kindOf, Tile } from './kinds';
import { addressOf, follow, type Go, type View } from './view';
import { count, counted, dateInWords, item, standingShort } from './words';

interface Props { page: CountryPage; frameworks: Framework[]; view: View; go: Go; csv: string }

export function CountryCells({ page, frameworks, view, go, csv }: Props) {
  if (page.frameworks.length === 0) {
    return <p class="state">No framework spoke to this country on the day shown. Adopting one, or being a member of a region that has one, puts it here.</p>;
  }
  return (
    <>
      {page.frameworks.map((f) => (
        <FrameworkCells key={f.framework} name={f.name} cells={f.cells} framework={frameworks.find((x) => x.framework === f.framework)} view={view} go={go} />
      ))}
      <p class="screen"><a href={csv} download>These rows as CSV</a></p>
    </>
  );
}

function FrameworkCells({ name, cells, framework, view, go }: { name: string; cells: Cell[]; framework: Framework | undefined; view: View; go: Go }) {
  const counts = countKinds(cells);
  const said = KINDS.filter((k) => counts.get(k.kind)).map((k) => `${count(counts.get(k.kind) ?? 0)} ${k.label.toLowerCase()}`);
  const about = new Map(framework?.commitments.map((c) => [c.id, c]));
  const themes = new Map(framework?.themes.map((t) => [t.id, t.name]));
  return (
    <section class="framework">
      <h2>{name}</h2>
      <p class="lead">{counted(cells.length, 'commitment')}: {said.join('; ')}.</p>
      <div class="list-box">
        <table class="list">
          <thead><tr><th scope="col">No.</th><th scope="col">Commitment</th><th scope="col">Due</th><th scope="col">Status</th><th scope="col">Since</th><th scope="col">Told by</th></tr></thead>
          <tbody>
            {cells.map((cell, i) => {
              const commitment = about.get(cell.commitment);
              const before = i > 0 ? about.get(cells[i - 1]!.commitment) : undefined;
              const change = { why: `${cell.country}/${cell.commitment}` };
              return [
                commitment && commitment.theme !== before?.theme ? (
                  <tr class="theme" key={'theme ' + cell.commitment}><th scope="colgroup" colSpan={6}>{themes.get(commitment.theme) ?? commitment.theme}</th></tr>
                ) : null,
                <tr key={cell.commitment} data-cell={`${cell.country}/${cell.commitment}`} data-status={cell.status}>
                  <td class="no">{item(cell.commitment)}</td>
                  <th scope="row"><a href={addressOf({ ...view, ...change })} onClick={follow(go, change)}>{commitment?.wording ?? cell.commitment}</a></th>
                  <td class="date">{commitment?.due ? dateInWords(commitment.due) : ''}</td>
                  <td class="status"><span class="pair"><Tile kind={kindOf(cell)} standing={cell.standing} disputed={cell.disputed} /> <span>{infoOf(kindOf(cell)).label}{cell.disputed ? ', disputed' : ''}</span></span></td>
                  <td class="date">{cell.since ? dateInWords(cell.since) : ''}</td>
                  <td>{cell.standing ? standingShort(cell.standing) : ''}</td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
