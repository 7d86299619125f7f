// What the page is about, said in full: the place, the promise, and the moment of both clocks that is shown.
import type { CountryPage, Framework, Region, Scorecard } from './api';
import { addressOf, follow, type Go, type View } from './view';
import { counted, dateInWords, momentInWords, nameOf, today } from './words';

interface About { title: string; deck: string; invented: string }

export function regionHeading(region: Region | undefined, id: string, framework: Framework | undefined, card: Scorecard | null): About {
  const sentence = framework ? `${framework.name}${framework.adopted_on ? `, adopted ${dateInWords(framework.adopted_on)}${framework.place ? ` in ${framework.place}` : ''}` : ''}.` : '';
  const size = card ? ` ${counted(card.commitments.length, 'commitment')}, ${counted(card.countries.length, 'country', 'countries')}.` : '';
  return {
    title: region ? nameOf(region.name, region.region, region.invented) : id,
    deck: sentence + size,
    invented: region?.invented ? `This region is invented. ${region.described ?? ''}` : '',
  };
}

export function countryHeading(page: CountryPage | null, id: string): About {
  return {
    title: page ? nameOf(page.name, page.country, page.invented) : id,
    deck: page ? `What it promised, and what is recorded of it, in ${counted(page.frameworks.length, 'framework')}.` : '',
    invented: page?.invented ? 'This country is invented: neither it nor any of its acts exists.' : '',
  };
}

type Props = About & { view: View; go: Go; clock: { as_of: string; known_at: string }; region: Region | undefined };

export function Heading({ title, deck, invented, view, go, clock, region }: Props) {
  const home = { ...view, country: null, why: '' };
  const asOf = clock.as_of || today();
  return (
    <header class="heading">
      <p class="mark"><a href="/" onClick={follow(go, { ...home, asOf: '', knownAt: '' })}>Rollcall</a></p>
      {view.country ? <p class="up"><a href={addressOf(home)} onClick={follow(go, home)}>← {region ? nameOf(region.name, region.region, region.invented) : view.region}</a></p> : null}
      <h1>{title}</h1>
      {deck ? <p class="deck">{deck}</p> : null}
      {invented ? <p class="invented"><strong>Invented.</strong> {invented.replace(/^This (region|country) is invented[.:] ?/, 'For show and for tests: ')}</p> : null}
      <p class="clock" role="status">
        As it stood on <strong>{dateInWords(asOf)}</strong>{asOf === today() ? ' (today)' : ''}, by {view.knownAt ? 'what the ledger had learned by ' : 'all that the ledger has learned'}
        {clock.known_at ? <>{view.knownAt ? '' : ', last on '}<strong>{momentInWords(clock.known_at)}</strong></> : null}.
      </p>
    </header>
  );
}
