// One thing that happened: what, since when it holds, by whom, when the ledger learned it, and the record itself.
import type { ComponentChildren } from 'preact';
import { w } from '../language';
import { Actor } from '../parts/actor';
import { Phrase } from '../parts/phrase';
import { Link } from '../parts/link';
import { Told } from '../parts/told';
import { path, toPage } from '../place';
import { recordOf, typeInWords } from '../record';
import { plainly } from '../say';
import type { Happened } from './api';

export function Entry({ entry, fresh }: { entry: Happened; fresh?: boolean }) {
  const { about } = entry;
  return (
    <li class={fresh ? 'happening fresh' : 'happening'} data-position={entry.position}>
      <p class="what"><Subject entry={entry}><Told>{entry.sentence}</Told></Subject></p>
      <p class="fine">
        <span class="sort-of">{typeInWords(entry.type)}</span>
        <span><Phrase say={(who) => w.live.toldBy(who!, w.signs.standing[entry.standing])} put={[<Actor id={entry.actor} />]} /></span>
        <span>{w.shell.learned(entry.recordedtime)}</span>
        <a href={recordOf(entry)}>{w.live.record(entry.position)}</a>
        {about ? <span>{w.live.about(w.live.relations[about.relation] ?? plainly(about.relation).toLowerCase(), about.position ?? about.id)}</span> : null}
        {entry.followed_by.map((f) => <span key={f.position}>{w.live.since(typeInWords(f.type), f.position)}</span>)}
      </p>
    </li>
  );
}

// Leads to the page of what it is about, where there is one.
function Subject({ entry, children }: { entry: Happened; children: ComponentChildren }) {
  const [kind = '', id = ''] = entry.subject.split('/');
  if (kind === 'country') return <Link to={toPage(path`/countries/${id}`)}>{children}</Link>;
  if (kind === 'organisation') return <Link to={toPage(path`/organisations/${id}`)}>{children}</Link>;
  if (kind === 'meeting') return <Link to={toPage(path`/meetings/${id}`)}>{children}</Link>;
  return <>{children}</>;
}
