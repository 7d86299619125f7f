// What a company has deployed against exploitation: kind, how much it covers, where, since when, by whose word.
import { w } from '../language';
import { CountryList } from '../parts/countries';
import { Source } from '../parts/source';
import { Told } from '../parts/told';
import { date, plainly } from '../say';
import type { Safeguard } from './api';

export function Safeguards({ list }: { list: Safeguard[] }) {
  const heads = [w.code.kindOfSafeguard, w.code.covers, w.code.where, w.code.since, w.code.source];
  return (
    <section class="section">
      <h2>{w.code.safeguards}</h2>
      {list.length === 0 ? <p class="quiet">{w.code.noSafeguards}</p> : (
        <div class="list-box">
          <table class="list">
            <thead><tr>{heads.map((name) => <th scope="col" key={name}>{name}</th>)}</tr></thead>
            <tbody>
              {list.map((s) => (
                <tr key={s.events.join()}>
                  <th scope="row">{w.code.safeguard[s.kind] ?? plainly(s.kind)} <small class="block"><Told>{s.summary}</Told></small></th>
                  <td data-label={w.code.covers}>{s.coverage_percent === null ? w.code.everywhere : w.code.coverage(s.coverage_percent)}</td>
                  <td data-label={w.code.where}>{s.countries.length > 0 ? <CountryList codes={s.countries} /> : w.code.everywhere}</td>
                  <td data-label={w.code.since}>{date(s.deployed_on)}{s.state === 'run_out' && s.runs_until ? <small class="block">{w.code.ranOut(s.runs_until)}</small> : null}</td>
                  <td><Source of={s} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
