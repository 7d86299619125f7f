// The map on a phone: each kind of work with the countries that have it, and those that don't.
import { w } from '../language';
import { plainly } from '../say';
import type { ProgrammeMap } from './api';
import { areasOf, type Fields } from './fields';

export function GapList({ map, fields, open }: { map: ProgrammeMap; fields: Fields; open: (field: string) => void }) {
  return (
    <section aria-labelledby="map-title">
      <h2 id="map-title" class="heard">{w.programmes.map}</h2>
      {areasOf(map).map(({ area, activities }) => (
        <section key={area} class="gap-area">
          <h3>{w.programmes.areas[area] ?? plainly(area)} <small>{w.programmes.areaTold(fields.emptyOf(activities), activities.length * map.countries.length)}</small></h3>
          <ul class="gap-list">{activities.map((activity) => <Kind key={activity} activity={activity} all={map.countries.length} fields={fields} open={open} />)}</ul>
        </section>
      ))}
    </section>
  );
}

function Kind({ activity, all, fields, open }: { activity: string; all: number; fields: Fields; open: (field: string) => void }) {
  const having = fields.having(activity), without = fields.without(activity);
  const way = (code: string) => {
    const live = fields.in(code, activity).length;
    return (
      <li key={code}>
        <button type="button" class="way-in" data-field={`${code}/${activity}`} data-live={live} aria-haspopup="dialog" onClick={() => open(`${code}/${activity}`)}>
          {fields.name(code)}{live > 1 ? ` (${live})` : ''}
        </button>
      </li>
    );
  };
  return (
    <li>
      <p class="work-kind"><span>{w.programmes.activities[activity] ?? plainly(activity)}</span> <span class={having.length === 0 ? 'nowhere' : ''}>{w.programmes.ofCountries(having.length, all)}</span></p>
      {fields.wide(activity) > 0 ? <p class="fine">{w.programmes.acrossRegion}{w.signs.join}{fields.wide(activity)}</p> : null}
      {having.length > 0 ? <ul class="ways-in">{having.map(way)}</ul> : null}
      <details>
        <summary>{w.programmes.emptyIn(without.length)}</summary>
        <ul class="ways-in">{without.map(way)}</ul>
      </details>
    </li>
  );
}
