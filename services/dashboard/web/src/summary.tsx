// The counts, which are the legend too: each sign stands beside its name, its meaning and how many cells bear it.
import type { Scorecard } from './api';
import { countKinds, KINDS, Tile } from './kinds';
import { count, counted } from './words';

export function Summary({ card, csv }: { card: Scorecard; csv: string }) {
  const counts = countKinds(card.cells);
  const total = card.cells.length;
  const told = card.cells.filter((c) => c.events.length > 0).length;
  const disputed = card.cells.filter((c) => c.disputed).length;
  return (
    <section class="summary" aria-labelledby="summary-title">
      <h2 id="summary-title" class="heard">In numbers</h2>
      <p class="lead">
        {total === 0 ? 'This region has no countries, or this framework no commitments, on the day shown. '
          : `Of ${counted(total, 'promise')}, one for each country and commitment, ${told === 0 ? 'nothing is recorded about any' : `something is recorded about ${count(told)}`}${disputed ? `; ${count(disputed)} ${disputed === 1 ? 'is' : 'are'} disputed` : ''}. `}
        <a class="screen" href={csv} download>These numbers as CSV</a>
      </p>
      <div class="bar" aria-hidden="true">
        {KINDS.map((k) => (counts.get(k.kind) ? <span key={k.kind} class={k.kind} style={{ flexGrow: counts.get(k.kind) }} /> : null))}
      </div>
      <ul class="counts">
        {KINDS.map((k) => (
          <li key={k.kind} title={k.meaning} data-kind={k.kind} class={counts.get(k.kind) ? '' : 'none'}>
            <Tile kind={k.kind} />
            <span class="number">{count(counts.get(k.kind) ?? 0)}</span>
            <span class="label">{k.label}</span>
          </li>
        ))}
      </ul>
      <div class="marks">
        <span class="term">The line under a sign says who tells it:</span>
        <span class="mark-of"><Tile kind="in_progress" standing="authority" /> the authority on it (government, depositary)</span>
        <span class="mark-of"><Tile kind="in_progress" standing="monitor" /> a monitor</span>
        <span class="mark-of"><Tile kind="in_progress" standing="other" /> others</span>
        <span class="mark-of"><Tile kind="in_progress" disputed /> disputed</span>
        <details>
          <summary>What each sign means</summary>
          <dl>{KINDS.map((k) => <div key={k.kind}><dt><Tile kind={k.kind} /> {k.label}</dt><dd>{k.meaning}.</dd></div>)}</dl>
        </details>
      </div>
    </section>
  );
}
