// What youth bodies tell beside what the government tells; neither counts for more.
import type { Status } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Link } from '../parts/link';
import { Section } from '../parts/section';
import { type Kind, Tile } from '../parts/signs';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { asked, path, usePlace } from '../place';
import { item } from '../say';
import type { View, YouthView } from './api';

export function YouthBeside({ code }: { code: string }) {
  const { place } = usePlace();
  const address = path`/v1/countries/${code}/youth-view`;
  const told = useAsked<YouthView>(address + asked(place), false);
  const words = w.country.youth;
  const wordings = new Map(told.answer?.commitments.map((c) => [c.id, c.wording]));
  const columns: Column<View>[] = [
    { id: 'commitment', head: w.country.commitment, rowHead: true, cell: (v) => <Link to={{ why: `${v.country}/${v.commitment}` }}><b>{item(v.commitment)}</b> <Told>{wordings.get(v.commitment) ?? ''}</Told></Link> },
    { id: 'government', head: words.government, cell: (v) => <Side of={v.government} /> },
    { id: 'youth', head: words.youth, cell: (v) => <><Side of={v.youth} claims={v.youth_claims.length > 0} /><Claims of={v} /></> },
    { id: 'agreement', head: words.agreement, by: (v) => v.agreement, cell: (v) => words.agreements[v.agreement] },
  ];
  const spoken = (v: View) => v.youth.status !== null || v.youth_claims.length > 0;
  const number = (a: YouthView, agreement: View['agreement']) => a.views.filter((v) => v.agreement === agreement).length;
  return (
    <Section id="youth" title={w.country.sections.youth} asked={told} csv={address + asked(place, { format: 'csv' })} empty={(a) => !a.views.some(spoken) && words.fill}>
      {(a) => (
        <>
          <p class="lead">{words.lead(number(a, 'same'), number(a, 'differs'), number(a, 'government_silent'), number(a, 'youth_silent'))}</p>
          <Table name="views" label={w.country.sections.youth} columns={columns} rows={a.views.filter(spoken)} keyOf={(v) => v.commitment} data={(v) => ({ 'data-view': v.commitment, 'data-agreement': v.agreement })} />
        </>
      )}
    </Section>
  );
}

function Side({ of, claims = false }: { of: View['government']; claims?: boolean }) {
  if (of.status === null) return claims ? null : <span class="not">{w.country.youth.silent}</span>;
  const kind = kindOf(of.status);
  const report = of.reports[0];
  return <><span class="pair"><Tile kind={kind} /> {w.signs[kind].label}</span>{report?.summary ? <small class="under"><Told>{report.summary}</Told></small> : null}</>;
}

const kindOf = (status: Status): Kind => (status === 'open' ? 'open_told' : status);

function Claims({ of }: { of: View }) {
  if (of.youth_claims.length === 0) return null;
  return <ul class="tight">{of.youth_claims.map((c) => <li key={c.position}><Actor id={c.actor} /> {w.country.youth.says[c.says]}{c.statement ? <small class="under"><Told>{c.statement}</Told></small> : null}</li>)}</ul>;
}
