// A country's plans, focal points, rapporteurs and youth committees, those of earlier days too.
import { useAsked } from '../asking';
import { w } from '../language';
import type { FocalPoints, OfCountry, Rapporteurs, YouthCommittees } from '../mandates/api';
import { FocalPointsTable, RapporteursTable, YouthCommitteesTable } from '../mandates/tables';
import { Section } from '../parts/section';
import { asked, path, usePlace } from '../place';
import type { CountryPlans } from '../plans/api';
import { PlansTable } from '../plans/table';

function useOf<T>(code: string, what: string) {
  const { place } = usePlace();
  const address = path`/v1/countries/${code}/` + what;
  return { told: useAsked<T>(address + asked(place), false), csv: address + asked(place, { format: 'csv' }) };
}

export function Plans({ code }: { code: string }) {
  const { told, csv } = useOf<CountryPlans>(code, 'plans');
  return (
    <Section id="plans" title={w.country.sections.plans} asked={told} csv={csv} empty={(a) => a.plans.length === 0 && w.plans.fill}>
      {(a) => <PlansTable name="plans" rows={a.plans} />}
    </Section>
  );
}

export function People({ code }: { code: string }) {
  const focal = useOf<OfCountry<FocalPoints>>(code, 'focal-points');
  const rapporteurs = useOf<OfCountry<Rapporteurs>>(code, 'rapporteurs');
  const youth = useOf<OfCountry<YouthCommittees>>(code, 'youth-committees');
  const words = w.country.sections;
  return (
    <>
      <Section id="focal-points" title={words.focalPoints} asked={focal.told} csv={focal.csv} empty={(a) => a.focal_points.length === 0 && w.mandates.fillFocal}>
        {(a) => <FocalPointsTable name="focal" rows={a.focal_points} />}
      </Section>
      <Section id="rapporteurs" title={words.rapporteurs} asked={rapporteurs.told} csv={rapporteurs.csv} empty={(a) => a.rapporteurs.length === 0 && w.mandates.fillRapporteur}>
        {(a) => <RapporteursTable name="rapporteurs" rows={a.rapporteurs} />}
      </Section>
      <Section id="youth-committees" title={words.youthCommittees} asked={youth.told} csv={youth.csv} empty={(a) => a.youth_committees.length === 0 && w.mandates.fillYouth}>
        {(a) => <YouthCommitteesTable name="committees" rows={a.youth_committees} />}
      </Section>
    </>
  );
}
