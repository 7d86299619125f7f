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
      <h2 id="summary-title">In numbers</h2>
      <p class="lead">
        {total === 0 ? 'This region has no countries, or this framework no commitments, on the day shown. '
          : `Of ${counted(total, 'promise')}, one for each country and commitment, ${told === 0 ? 'none has' : `${count(told)} ${told === 1 ? 'has' : 'have'}`} anything recorded about ${told === 1 ? 'it' : 'them'}${disputed ? `, and ${count(disputed)} ${disputed === 1 ? 'is' : 'are'} disputed` : ''}. `}
        <a class="screen" href={csv} download>These numbers as CSV</a>
      </p>
      <div class="bar" aria-hidden="true">
        {KINDS.map((k) => (counts.get(k.kind) ? <span key={k.kind} class={k.kind} style={{ flexGrow: counts.get(k.kind) }} /> : null))}
      </div>
      <ul class="counts">
        {KINDS.map((k) => (
          <li key={k.kind} data-kind={k.kind} class={counts.get(k.kind) ? '' : 'none'}>
            <Tile kind={k.kind} />
            <span class="number">{count(counts.get(k.kind) ?? 0)}</span>
            <span class="label">{k.label}</span>
            <span class="meaning">{k.meaning}.</span>
          </li>
        ))}
      </ul>
      <p class="marks">
        <span class="term">The line under a sign says who tells it:</span>
        <span class="mark-of"><Tile kind="in_progress" standing="authority" /> the authority: a government on its own acts, a depositary on a treaty</span>
        <span class="mark-of"><Tile kind="in_progress" standing="monitor" /> a monitor of the framework</span>
        <span class="mark-of"><Tile kind="in_progress" standing="other" /> others</span>
        <span class="mark-of"><Tile kind="in_progress" disputed /> disputed by another source</span>
      </p>
    </section>
  );
}
