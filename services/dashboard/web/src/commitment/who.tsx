// Who has met it, who is on the way, and of whom nothing is recorded: the countries under their sign.
import type { ComponentChildren } from 'preact';
import type { Cell } from '../api';
import { w } from '../language';
import { Link } from '../parts/link';
import { countKinds, KINDS, kindOf, sentenceOf, Tile } from '../parts/signs';
import { Name } from '../parts/told';
import { path, toPage } from '../place';
import { nameOf, useRegistry } from '../registry';
import { compare, count, date } from '../say';

export function Who({ cells, children }: { cells: Cell[]; children?: ComponentChildren }) {
  const { countries } = useRegistry();
  const words = w.commitment;
  const counts = countKinds(cells);
  const sum = (...kinds: (typeof KINDS)[number][]) => kinds.reduce((n, k) => n + (counts.get(k) ?? 0), 0);
  const name = (c: Cell) => nameOf(countries.get(c.country), c.country);
  return (
    <section id="who" class="part" aria-labelledby="who-title">
      <h2 id="who-title">{words.sections.who}</h2>
      {cells.length === 0 ? <p class="quiet">{words.none}</p> : (
        <>
          <p class="lead">{words.lead(sum('met', 'met_late'), cells.length, cells.length - sum('silent', 'overdue_silent'), sum('overdue', 'overdue_silent'))}</p>
          <p class="hint screen">{words.whoHint}</p>
          <div class="bar" aria-hidden="true">{KINDS.map((k) => (counts.get(k) ? <span key={k} class={k} style={{ flexGrow: counts.get(k) }} /> : null))}</div>
          <dl class="who">
            {KINDS.filter((k) => counts.get(k)).map((k) => (
              <div key={k} data-kind={k} data-count={counts.get(k)}>
                <dt><Tile kind={k} /> <b>{count(counts.get(k) ?? 0)}</b> {w.signs[k].label}</dt>
                <dd>
                  <ul class={k === 'silent' || k === 'overdue_silent' ? 'countries unsigned' : 'countries'}>
                    {cells.filter((c) => kindOf(c) === k).sort((a, b) => compare(name(a), name(b))).map((c) => (
                      <li key={c.country} data-cell={`${c.country}/${c.commitment}`}>
                        {c.events.length > 0 ? <Link to={{ why: `${c.country}/${c.commitment}` }} class="sign" title={sentenceOf(c)} aria-label={words.more(name(c))}><Tile kind={k} standing={c.standing} disputed={c.disputed} /></Link> : <span />}
                        <span><Link to={toPage(path`/countries/${c.country}`)}><Name of={countries.get(c.country)} id={c.country} /></Link>{c.since && k !== 'silent' ? <small> {date(c.since)}</small> : null}</span>
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
          {children}
        </>
      )}
    </section>
  );
}
