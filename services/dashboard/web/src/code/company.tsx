// One company under its codes: where it stands, what happened by date, year by year and criterion by criterion, each with
// its sources and with what is said for and against it.
import { useAsked } from '../asking';
import { w } from '../language';
import type { PageProps } from '../pages';
import { CountryList } from '../parts/countries';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Name } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { plainly } from '../say';
import type { Company, WholeCode } from './api';
import { Criteria } from './criteria';
import { History } from './history';
import { Safeguards } from './safeguards';
import { Years } from './years';

export function CompanyPage({ params }: PageProps) {
  const { place } = usePlace();
  const { countries } = useRegistry();
  const id = params.company!;
  const address = path`/v1/code-of-conduct/${id}`;
  const company = useAsked<Company>(address + asked(place));
  const found = company.answer;
  const kinds = (found?.acts_as.length ? found.acts_as : [found?.kind ?? '']).map((k) => w.terms.kinds[k] ?? plainly(k).toLowerCase());
  return (
    <Page title={found ? nameOf(found, id) : id} asked={company} csv={address + asked(place, { format: 'csv' })} up={<Link to={toPage('/code-of-conduct')}>{w.code.allSignatories}</Link>}
      deck={found ? w.code.companyDeck(kinds.join(w.signs.join), found.home ? nameOf(countries.get(found.home), found.home) : '') : ''}>
      {(answer) => (
        <>
          {answer.codes.length === 0 ? <div class="state"><h2>{w.code.signedNothing}</h2><p>{w.code.wouldFillOne}</p></div> : null}
          {answer.codes.map((code) => <UnderCode key={code.code} code={code} />)}
          {answer.codes.length > 0 || answer.safeguards.length > 0 ? <Safeguards list={answer.safeguards} /> : null}
          <p class="section"><Link to={toPage(path`/organisations/${id}`)}>{w.code.promises}</Link></p>
        </>
      )}
    </Page>
  );
}

function UnderCode({ code }: { code: WholeCode }) {
  const { frameworks } = useRegistry();
  return (
    <section class="under-code">
      <h2><Name of={frameworks.get(code.code)} id={code.code} /></h2>
      <p class="lead">
        {code.signature ? w.code.signedOn(code.signature.signed_on) : w.code.noSignature}{' '}
        {code.withdrawal ? <strong>{w.code.withdrawnOn(code.withdrawal.withdrawn_on)}</strong> : code.next_due ? w.code.nextDue(code.next_due) : ''}{' '}
        {w.code.activeIn} <CountryList codes={code.active_in} />.
      </p>
      <Years code={code} />
      <Criteria code={code} />
      <History code={code} />
    </section>
  );
}
