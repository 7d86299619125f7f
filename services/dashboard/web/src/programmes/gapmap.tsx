// The map as a table: a row a kind of work under its area, a column a country, a button a field.
import { w } from '../language';
import { Link } from '../parts/link';
import { path, toPage } from '../place';
import { useRegistry } from '../registry';
import { arrows, onFocus } from '../region/roving';
import { count, plainly } from '../say';
import type { ProgrammeMap } from './api';
import { areasOf, type Fields } from './fields';

interface Props { map: ProgrammeMap; fields: Fields; open: (field: string) => void }

export function GapMap({ map, fields, open }: Props) {
  const { countries } = useRegistry();
  const codes = map.countries.map((c) => c.country);
  const areas = areasOf(map);
  let row = -1;
  return (
    <section aria-labelledby="map-title">
      <h2 id="map-title" class="heard">{w.programmes.map}</h2>
      <p class="hint" id="map-hint">{w.programmes.hint}</p>
      <div class={codes.length <= 8 ? 'box gap-box few' : 'box gap-box'} role="region" aria-label={w.programmes.scroll} aria-describedby="map-hint" tabIndex={0}>
        <table class={codes.length <= 8 ? 'matrix gaps few' : 'matrix gaps'} onKeyDown={arrows} onFocusIn={onFocus}>
          <thead>
            <tr>
              <th scope="col" class="corner">{w.programmes.activity}</th>
              <th scope="col" class="reach">{w.programmes.inCountries}</th>
              {fields.anyWide ? <th scope="col" class="reach">{w.programmes.acrossRegion}</th> : null}
              {codes.map((code) => (
                <th scope="col" key={code} class={countries.get(code)?.invented ? 'country made-up' : 'country'}>
                  <Link to={toPage(path`/countries/${code}`)} title={fields.name(code)}><span class="full">{fields.name(code)}</span><span class="code">{code}</span></Link>
                </th>
              ))}
            </tr>
          </thead>
          {areas.map(({ area, activities }) => (
            <tbody key={area}>
              <tr class="theme">
                <th scope="rowgroup" colSpan={codes.length + (fields.anyWide ? 3 : 2)}>
                  <span class="held">{w.programmes.areas[area] ?? plainly(area)} <small>{w.programmes.areaTold(fields.emptyOf(activities), activities.length * codes.length)}</small></span>
                </th>
              </tr>
              {activities.map((activity) => <Row key={activity} activity={activity} codes={codes} fields={fields} row={++row} open={open} />)}
            </tbody>
          ))}
          <tfoot>
            <tr>
              <th scope="row">{w.programmes.emptyFields}</th>
              <td class="reach">{count(fields.size - fields.filled)}</td>
              {fields.anyWide ? <td class="reach" /> : null}
              {codes.map((code) => <td key={code} class="number">{count(fields.emptyIn(code))}</td>)}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Row({ activity, codes, fields, row, open }: { activity: string; codes: string[]; fields: Fields; row: number; open: (field: string) => void }) {
  const name = w.programmes.activities[activity] ?? plainly(activity);
  const having = fields.having(activity).length;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class={having === 0 ? 'reach nowhere' : 'reach'}>{w.programmes.ofCountries(having, codes.length)}</td>
      {fields.anyWide ? <td class="reach">{fields.wide(activity) > 0 ? count(fields.wide(activity)) : ''}</td> : null}
      {codes.map((code, column) => {
        const live = fields.in(code, activity).length;
        const says = w.programmes.field(fields.name(code), name, live);
        return (
          <td key={code}>
            <button type="button" class={live ? 'cell work' : 'cell gap'} data-row={row} data-column={column} data-field={`${code}/${activity}`} data-live={live}
              tabIndex={row === 0 && column === 0 ? 0 : -1} aria-label={says} title={says} aria-haspopup="dialog" onClick={() => open(`${code}/${activity}`)}>
              {live ? <span>{count(live)}</span> : null}
            </button>
          </td>
        );
      })}
    </tr>
  );
}
