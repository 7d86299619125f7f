// A stakeholder: who it is and what it may speak about, what it must keep, what it runs, and what it signed.
import { useAsked } from '../asking';
import type { Company } from '../code/api';
import { YearStrip } from '../code/signs';
import { w } from '../language';
import type { PageProps } from '../pages';
import { Country } from '../parts/countries';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Phrase } from '../parts/phrase';
import { Section } from '../parts/section';
import { Name } from '../parts/told';
import { asked, path, toPage, usePlace } from '../place';
import type { Programmes } from '../programmes/api';
import { Entry } from '../programmes/entry';
import { nameOf, useRegistry } from '../registry';
import { plainly } from '../say';
import type { Bodies, OrganisationAnswer } from './api';
import { Facts } from './facts';
import { Promises } from './promises';

export function OrganisationPage({ params }: PageProps) {
  const { place } = usePlace();
  const { frameworks } = useRegistry();
  const id = params.organisation!;
  const own = path`/v1/organisations/${id}`, runs = path`/v1/organisations/${id}/programmes`, code = path`/v1/code-of-conduct/${id}`;
  const organisation = useAsked<OrganisationAnswer>(own + asked(place));
  const bodies = useAsked<Bodies>('/v1/stakeholders' + asked(place, { limit: '10000' }), false);
  const programmes = useAsked<Programmes>(runs + asked(place, { limit: '500' }));
  const company = useAsked<Company>(code + asked(place));
  const body = bodies.answer?.stakeholders.find((s) => s.stakeholder === id);
  const found = organisation.answer;
  const kind = found ? (w.terms.kinds[found.kind] ?? plainly(found.kind).toLowerCase()) : '';
  return (
    <Page title={found ? nameOf(found, id) : id} asked={organisation} csv={own + asked(place, { format: 'csv' })} deck={found ? w.organisation.deck(kind) : ''}
      invented={found?.invented ? w.organisation.invented : ''}>
      {(answer) => (
        <>
          {body ? <Facts of={body} all={bodies.answer?.stakeholders ?? []} activeIn={answer.active_in} /> : null}
          <section id="promises" class="part" aria-labelledby="promises-title">
            <h2 id="promises-title">{w.organisation.promises}</h2>
            {answer.frameworks.length === 0 ? <p class="quiet">{answer.kind !== 'government' ? w.organisation.noPromises : body?.home ? <Phrase say={(country) => w.organisation.promisesOfCountry(country!)} put={[<Country code={body.home} />]} /> : null}</p> : null}
            {answer.frameworks.map((f) => <Promises key={f.framework} id={f.framework} cells={f.cells} framework={frameworks.get(f.framework)} />)}
          </section>
          <Section id="programmes" title={w.organisation.programmes} asked={programmes} csv={runs + asked(place, { format: 'csv' })} empty={(a) => a.programmes.length === 0 && w.organisation.noProgrammes}>
            {(a) => <ol class="works">{a.programmes.map((p) => <Entry key={p.programme} programme={p} named={false} />)}</ol>}
          </Section>
          <Section id="code" title={w.organisation.code} asked={company} csv={code + asked(place, { format: 'csv' })} empty={(a) => a.codes.length === 0 && (answer.kind === 'private_sector' ? w.code.signedNothing + ' ' + w.code.wouldFillOne : w.code.signedNothing)}>
            {(a) => a.codes.map((c) => (
              <div key={c.code}>
                <h3><Name of={frameworks.get(c.code)} id={c.code} /></h3>
                <p>{c.signature ? w.code.signedOn(c.signature.signed_on) : w.code.noSignature} {c.withdrawal ? <strong>{w.code.withdrawnOn(c.withdrawal.withdrawn_on)}</strong> : null} {w.code.reportsTold(c.years_reported.length, c.years_due.length, c.years_missing.length)}</p>
                <YearStrip years={c.years} />
                <p><Link to={toPage(path`/code-of-conduct/${id}`)}>{w.code.history}</Link></p>
              </div>
            ))}
          </Section>
        </>
      )}
    </Page>
  );
}
