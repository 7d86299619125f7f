// One promise: in full, what meets it, who has met it, how that came about, and how late it came to be known.
import type { Scorecard } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import type { PageProps } from '../pages';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Contents } from '../parts/section';
import { Name, Told } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { item, plainly, today } from '../say';
import { OverTime } from './over-time';
import { type Entry, Lateness, type OwnCell, RegionItself, Rule, SamePromise } from './sections';
import { Who } from './who';

export function CommitmentPage({ params }: PageProps) {
  const { place } = usePlace();
  const { frameworks, regions } = useRegistry();
  const id = `${params.framework}/${params.item}`;
  const framework = frameworks.get(params.framework!);
  const entry = framework?.commitments.find((c) => c.id === id) as Entry | undefined;
  const address = path`/v1/regions/${place.region}/scorecard`;
  const question = { framework: params.framework!, theme: entry?.theme ?? '' };
  const card = useAsked<Scorecard>(frameworks.size > 0 ? address + asked(place, question) : null);
  const words = w.commitment;
  const elsewhere = framework?.region && framework.region !== place.region ? framework.region : '';
  const cells = (card.answer?.cells ?? []).filter((c) => c.commitment === id);
  const own = useAsked<OwnCell>(entry ? path`/v1/regions/${place.region}/commitments/${id}` + asked(place) : null, false);
  const order = framework?.commitments.map((c) => c.id) ?? [];
  const at = order.indexOf(id);
  return (
    <Page title={entry ? `${item(id)} ${entry.wording}` : item(id)} asked={card} choices={{ region: true }} csv={address + asked(place, { ...question, format: 'csv' })}
      up={<Link to={{ ...toPage('/'), framework: params.framework! }}><Name of={framework} id={params.framework!} /></Link>}
      deck={entry ? <>{entry.due ? w.rules.due(entry.due) : w.rules.noDue} <Told>{w.rules.saidOf(entry.actors.map((a) => w.rules.actors[a] ?? plainly(a).toLowerCase()), entry.paragraph)}</Told>{own.answer?.commitment.from ? <> <Link to={toPage(path`/meetings/${own.answer.commitment.from.meeting}`)}>{words.fromMeeting}</Link></> : null}</> : ''}>
      {(answer) => !entry ? <p class="quiet">{words.unknown(id)}</p> : (
        <>
          {elsewhere ? <p class="fine"><Link to={{ region: elsewhere }}>{words.otherRegion(nameOf(regions.get(elsewhere), elsewhere))}</Link></p> : null}
          {entry.superseded?.by?.length ? <p>{words.supersededBy} {entry.superseded.by.map((other) => <Link key={other} to={toPage(path`/commitments/${other}`)}>{item(other)}</Link>)}{entry.superseded.superseded_on ? ' ' + words.supersededOn(entry.superseded.superseded_on) : ''}{entry.superseded.reason ? <> <Told>{entry.superseded.reason}</Told></> : null}</p> : null}
          <Contents parts={[['who', words.sections.who], ['time', words.sections.time], ['rule', words.sections.rule], ['late', words.sections.late], ['same', words.sections.same]]} />
          <Who cells={cells}>{own.answer && (framework?.region === place.region || own.answer.cell.events.length > 0) ? <RegionItself own={own.answer} /> : null}</Who>
          <OverTime entry={entry} framework={params.framework!} made={framework?.adopted_on ?? '1996-08-28'} asOf={answer.as_of || today()} />
          <Rule entry={entry} />
          <Lateness entry={entry} framework={params.framework!} />
          <SamePromise asked={own} />
          <Neighbours before={order[at - 1]} after={order[at + 1]} />
        </>
      )}
    </Page>
  );
}

// The promises before and after it in the document.
function Neighbours({ before, after }: { before: string | undefined; after: string | undefined }) {
  const words = w.commitment;
  return (
    <nav class="neighbours part screen" aria-label={words.neighbours}>
      {before ? <Link to={toPage(path`/commitments/${before}`)} class="before">{words.before(item(before))}</Link> : null}
      {after ? <Link to={toPage(path`/commitments/${after}`)} class="after">{words.after(item(after))}</Link> : null}
    </nav>
  );
}
