// The counts, which are the legend too: each sign stands beside its name, its meaning and how many cells bear it.
import { w } from '../language';
import { countKinds, KINDS, Tile } from '../parts/signs';
import { count } from '../say';
import type { Card } from './card';

export function Summary({ card, csv }: { card: Card; csv: string }) {
  const counts = countKinds(card.cells);
  const total = card.cells.length;
  const told = card.cells.filter((c) => c.told > 0).length;
  const disputed = card.cells.filter((c) => c.disputed).length;
  return (
    <section class="summary" aria-labelledby="summary-title">
      <h2 id="summary-title" class="heard">{w.region.inNumbers}</h2>
      <p class="lead">
        {total === 0 ? w.region.empty : w.region.lead(total, told, disputed)}{' '}
        <a class="screen" href={csv} download>{w.region.csv}</a>
      </p>
      <div class="bar" aria-hidden="true">
        {KINDS.map((k) => (counts.get(k) ? <span key={k} class={k} style={{ flexGrow: counts.get(k) }} /> : null))}
      </div>
      <ul class="counts">
        {KINDS.map((k) => (
          <li key={k} title={w.signs[k].meaning} data-kind={k} class={counts.get(k) ? '' : 'none'}>
            <Tile kind={k} />
            <span class="number">{count(counts.get(k) ?? 0)}</span>
            <span class="label">{w.signs[k].label}</span>
          </li>
        ))}
      </ul>
      <div class="marks">
        <span class="term">{w.signs.whoTells}</span>
        <span class="mark-of"><Tile kind="in_progress" standing="authority" /> {w.signs.authorityLong}</span>
        <span class="mark-of"><Tile kind="in_progress" standing="monitor" /> {w.signs.monitorLong}</span>
        <span class="mark-of"><Tile kind="in_progress" standing="other" /> {w.signs.otherLong}</span>
        <span class="mark-of"><Tile kind="in_progress" disputed /> {w.signs.disputed}</span>
        <details>
          <summary>{w.signs.whatMeans}</summary>
          <dl>{KINDS.map((k) => <div key={k}><dt><Tile kind={k} /> {w.signs[k].label}</dt><dd>{w.signs[k].meaning}.</dd></div>)}</dl>
        </details>
      </div>
    </section>
  );
}
