// One country: its cells in every framework that speaks to it, as lists to read.
import type { Cell, CountryPage as Answer, Framework } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import type { PageProps } from '../pages';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { countKinds, KINDS, kindOf, Tile } from '../parts/signs';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { count, date, item } from '../say';

export function CountryPage({ params }: PageProps) {
  const { place } = usePlace();
  const { countries, regions, frameworks } = useRegistry();
  const code = params.country!;
  const address = path`/v1/countries/${code}`;
  const country = useAsked<Answer>(address + asked(place));
  const known = countries.get(code) ?? country.answer ?? undefined;
  const csv = address + asked(place, { format: 'csv' });
  return (
    <Page title={nameOf(known, code)} asked={country} csv={csv} up={<Link to={toPage('/')}>← <Name of={regions.get(place.region)} id={place.region} /></Link>}
      deck={country.answer ? w.country.deck(country.answer.frameworks.length) : ''} invented={known?.invented ? w.country.invented : ''}>
      {(answer) => (
        <>
          {answer.frameworks.length === 0 ? <p class="state">{w.country.none}</p> : null}
          {answer.frameworks.map((f) => <FrameworkCells key={f.framework} id={f.framework} cells={f.cells} framework={frameworks.get(f.framework)} />)}
        </>
      )}
    </Page>
  );
}

function FrameworkCells({ id, cells, framework }: { id: string; cells: Cell[]; framework: Framework | undefined }) {
  const counts = countKinds(cells);
  const said = KINDS.filter((k) => counts.get(k)).map((k) => `${count(counts.get(k) ?? 0)} ${w.signs[k].label.toLowerCase()}`);
  const about = new Map(framework?.commitments.map((c) => [c.id, c]));
  const themes = new Map(framework?.themes.map((t) => [t.id, t]));
  return (
    <section class="framework">
      <h2><Name of={framework} id={id} /></h2>
      <p class="lead">{w.country.commitments(cells.length)}: {said.join('; ')}.</p>
      <div class="list-box">
        <table class="list">
          <thead><tr>{[w.country.number, w.country.commitment, w.country.due, w.country.status, w.country.since, w.country.toldBy].map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
          <tbody>
            {cells.map((cell, i) => {
              const commitment = about.get(cell.commitment);
              const before = i > 0 ? about.get(cells[i - 1]!.commitment) : undefined;
              const change = { why: `${cell.country}/${cell.commitment}` };
              return [
                commitment && commitment.theme !== before?.theme ? (
                  <tr class="theme" key={'theme ' + cell.commitment}><th scope="colgroup" colSpan={6}><Name of={themes.get(commitment.theme)} id={commitment.theme} /></th></tr>
                ) : null,
                <tr key={cell.commitment} data-cell={`${cell.country}/${cell.commitment}`} data-status={cell.status}>
                  <td class="no">{item(cell.commitment)}</td>
                  <th scope="row"><Link to={change}><Told>{commitment?.wording ?? cell.commitment}</Told></Link></th>
                  <td class="date" data-label={w.country.due}>{commitment?.due ? date(commitment.due) : ''}</td>
                  <td class="status"><span class="pair"><Tile kind={kindOf(cell)} standing={cell.standing} disputed={cell.disputed} /> <span>{w.signs[kindOf(cell)].label}{cell.disputed ? w.signs.join + w.signs.disputed : ''}</span></span></td>
                  <td class="date" data-label={w.country.since}>{cell.since ? date(cell.since) : ''}</td>
                  <td class="teller" data-label={w.country.toldBy}>{cell.standing ? w.signs.standing[cell.standing] : ''}</td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
