// One treaty: how states became bound, who is, and what they said about it. The countries of the region shown stand out.
import { useAsked } from '../asking';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Phrase } from '../parts/phrase';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Timeline } from '../parts/timeline';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { date, today } from '../say';
import type { PageProps } from '../pages';
import type { Bound, Instrument } from './api';
import { byYear, cumulative } from './curve';
import { Countries } from './countries';
import { StatementsSection } from './statements';
import { YearTable } from './years';

export function InstrumentPage({ params }: PageProps) {
  const { place } = usePlace();
  const { regions } = useRegistry();
  const id = params.instrument!;
  const address = path`/v1/instruments/${id}`;
  const instrument = useAsked<Instrument>(address + asked(place));
  const found = instrument.answer;
  const members = new Set(regions.get(place.region)?.countries);
  return (
    <Page title={nameOf(found ?? undefined, id)} asked={instrument} csv={address + asked(place, { format: 'csv' })} choices={{ region: true }}
      up={<Link to={toPage('/instruments')}>{w.instruments.up}</Link>} deck={found?.adopted_on ? <Phrase say={(who) => w.instruments.adoptedOn(found.adopted_on!, who ?? null)} put={found.depositary ? [<Actor id={found.depositary} />] : []} /> : ''}>
      {(answer) => (
        <>
          <Numbers answer={answer} members={members} />
          <Curve answer={answer} members={members} />
          <Countries answer={answer} members={members} />
          <StatementsSection id={id} />
        </>
      )}
    </Page>
  );
}

function Numbers({ answer, members }: { answer: Instrument; members: Set<string> }) {
  const { place } = usePlace();
  const { regions } = useRegistry();
  const words = w.instruments;
  const day = answer.as_of;
  const ours = answer.countries.filter((c) => members.has(c.country));
  const { rule } = answer;
  const silent = answer.countries.every((c) => c.status === 'none');
  return (
    <section class="numbers" aria-labelledby="numbers">
      <h2 id="numbers" class="heard">{words.numbers}</h2>
      {silent ? <p>{words.empty}</p> : (
        <p class="large">
          <span data-parties={answer.parties} data-signatories={answer.signatories_only}>{words.lead(answer.parties, answer.signatories_only)}</span>{' '}
          {answer.entry_into_force ? (answer.entry_into_force <= day ? words.inForceSince : words.inForceFrom)(answer.entry_into_force) : words.notYet}
        </p>
      )}
      {silent || ours.length === 0 ? null : <p>{words.regionLead(nameOf(regions.get(place.region), place.region), among(ours, 'party'), among(ours, 'signatory'), ours.length)}</p>}
      {rule?.instruments_needed && rule.after ? <p class="fine">{words.rule(rule.instruments_needed, words.term(rule.after.count, rule.after.unit), rule.article ?? '')}</p> : null}
    </section>
  );
}

const among = (countries: Bound[], status: Bound['status']): number => countries.filter((c) => c.status === status).length;

function Curve({ answer, members }: { answer: Instrument; members: Set<string> }) {
  const { place } = usePlace();
  const { regions } = useRegistry();
  const words = w.instruments;
  const ours = answer.countries.filter((c) => members.has(c.country));
  const signatures = answer.countries.map((c) => c.signed_on).filter((d): d is string => d !== null).sort();
  const points = cumulative(answer.countries);
  if (points.length === 0) return null;
  const until = answer.as_of || today();
  const first = [answer.adopted_on, signatures[0], points[0]!.on].filter((d): d is string => Boolean(d)).sort()[0]!;
  const from = `${Number(first.slice(0, 4))}-01-01`;
  const region = nameOf(regions.get(place.region), place.region);
  const lines = [{ id: 'all', name: words.partiesLine, points }];
  const own = cumulative(ours);
  const marks = [
    ...(answer.adopted_on ? [{ on: answer.adopted_on, label: words.openedMark(answer.adopted_on) }] : []),
    ...(answer.entry_into_force ? [{ on: answer.entry_into_force, label: words.forceMark(answer.entry_into_force) }] : []),
  ];
  return (
    <section aria-labelledby="curve">
      <h2 id="curve">{words.curve}</h2>
      <p class="hint">{words.curveHint}</p>
      <Timeline lines={own.length > 0 ? [...lines, { id: 'region', name: words.regionLine(region), points: own, faint: true }] : lines} marks={marks} from={from} until={until}
        says={words.curveSays(nameOf(answer, answer.instrument), date(from), answer.parties, until)} />
      <YearTable years={byYear(answer.countries, until)} region={byYear(ours, until)} name={region} />
    </section>
  );
}
