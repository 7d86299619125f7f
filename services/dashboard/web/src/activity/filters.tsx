// Where, what and by whom; everything lands in the address.
import { useMemo } from 'preact/hooks';
import { w } from '../language';
import { typeInWords } from '../record';
import { Choice } from '../parts/controls';
import { type Place, usePlace } from '../place';
import { nameOf, useRegistry, useStakeholders } from '../registry';
import { compare } from '../say';

// As the API takes them.
export function filtersOf({ region, more }: Place): Record<string, string> {
  return { region: more.where === 'region' && !more.country ? region : '', country: more.country ?? '', type: more.type ?? '', actor: more.actor ?? '' };
}

export function Filters() {
  const { place, go } = usePlace();
  const { regions, countries } = useRegistry();
  const tellers = useStakeholders();
  const { more } = place;
  const turn = (change: Record<string, string>) => go({ more: { ...more, cursor: '', ...change } });
  const region = regions.get(place.region);
  const listed = useMemo(() => {
    const within = more.where === 'region' && region ? new Set(region.countries) : null;
    return sorted([...countries].filter(([code]) => !within || within.has(code)).map(([code, c]) => [code, nameOf(c, code)]));
  }, [countries, region, more.where]);
  const any = ['where', 'country', 'type', 'actor'].some((key) => more[key]);
  return (
    <form class="sieve screen" aria-label={w.activity.filters} onSubmit={(e) => e.preventDefault()}>
      <Choice label={w.activity.where} value={more.where === 'region' ? place.region : ''} go={(id) => (id ? go({ region: id, more: { ...more, cursor: '', where: 'region', country: '' } }) : turn({ where: '', country: '' }))}
        options={[['', w.activity.anywhere], ...sorted([...regions].map(([id, r]) => [id, nameOf(r, id)]))]} />
      <Choice label={w.activity.country} value={more.country ?? ''} go={(country) => turn({ country })} options={[['', w.activity.anyCountry], ...listed]} />
      <Choice label={w.activity.kind} value={more.type ?? ''} go={(type) => turn({ type })}
        options={[['', w.activity.anyKind], ...sorted(Object.keys(w.terms.types).map((type) => [type, typeInWords(type)]))]} />
      <Choice label={w.activity.teller} value={more.actor ?? ''} go={(actor) => turn({ actor })}
        options={[['', w.activity.anyone], ...sorted([...tellers].map(([id, s]) => [id, nameOf(s, id)]))]} />
      {any ? <p class="choose"><button type="button" onClick={() => turn({ where: '', country: '', type: '', actor: '' })}>{w.activity.clear}</button></p> : null}
    </form>
  );
}

const sorted = (options: [string, string][]): [string, string][] => options.sort((a, b) => compare(a[1], b[1]));
