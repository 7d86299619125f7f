// Who does what where in a region, the gaps first: kinds of work by country, and the programmes behind the fields.
import { useAsked } from '../asking';
import { w } from '../language';
import { actorName } from '../parts/actor';
import { Choice } from '../parts/controls';
import { useNarrow } from '../parts/narrow';
import { Page } from '../parts/page';
import { asked, path, usePlace } from '../place';
import { nameOf, useRegistry, useStakeholders } from '../registry';
import { compare } from '../say';
import { type ProgrammeMap, standsUnder } from './api';
import { ByCountry, ByOrganisation, List } from './behind';
import { FieldPanel } from './field';
import { Fields } from './fields';
import { GapList } from './gaplist';
import { GapMap } from './gapmap';

export function ProgrammesPage() {
  const { place } = usePlace();
  const { regions } = useRegistry();
  const address = path`/v1/regions/${place.region}/programmes`;
  const choice = { area: place.more.area ?? '' };
  const answer = useAsked<ProgrammeMap>(address + asked(place, choice));
  const by = place.more.by ?? '';
  const csv = by ? path`/v1/organisations/${by}/programmes` + asked(place, { ...choice, format: 'csv' }) : address + asked(place, { ...choice, format: 'csv' });
  return (
    <Page title={w.programmes.title(nameOf(regions.get(place.region), place.region))} asked={answer} csv={csv} choices={{ region: true }} deck={w.programmes.deck}>
      {(map) => <Shown map={map} by={by} csv={csv} />}
    </Page>
  );
}

function Shown({ map, by, csv }: { map: ProgrammeMap; by: string; csv: string }) {
  const narrow = useNarrow();
  const { place, go } = usePlace();
  const { countries } = useRegistry();
  if (map.countries.length === 0) return <p class="state">{w.programmes.noCountries}</p>;
  const fields = new Fields(map, by, (code) => nameOf(countries.get(code), code));
  const open = (field: string) => go({ more: { ...place.more, field } });
  return (
    <>
      <p class="lead big">
        {w.programmes.lead(fields.size, fields.size - fields.filled, map.activities.length, map.countries.length)}{' '}
        <a class="screen" href={csv} download>{w.programmes.csv}</a>
      </p>
      <Filters map={map} />
      {narrow ? <GapList map={map} fields={fields} open={open} /> : <GapMap map={map} fields={fields} open={open} />}
      <List map={map} fields={fields} by={by} />
      {fields.programmes.length > 0 ? <ByOrganisation fields={fields} /> : null}
      <ByCountry map={map} fields={fields} />
      {place.more.field ? <FieldPanel key={place.more.field} field={place.more.field} map={map} /> : null}
    </>
  );
}

function Filters({ map }: { map: ProgrammeMap }) {
  const { place, go } = usePlace();
  const actors = useStakeholders();
  const areas: [string, string][] = Object.entries(w.programmes.areas);
  const bodies = [...new Set(map.programmes.map(standsUnder))].map((id): [string, string] => [id, actorName(actors, id)]).sort((a, b) => compare(a[1], b[1]));
  const turn = (key: string) => (value: string) => go({ more: { ...place.more, [key]: value } });
  return (
    <div class="own-filters">
      <Choice label={w.programmes.area} value={place.more.area ?? ''} options={[['', w.programmes.allAreas], ...areas]} go={turn('area')} />
      {bodies.length > 0 || place.more.by ? <Choice label={w.programmes.organisation} value={place.more.by ?? ''} options={[['', w.programmes.allOrganisations], ...bodies]} go={turn('by')} /> : null}
    </div>
  );
}
