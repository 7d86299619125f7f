// The meeting pack to download: in every form, pinned to a day and, if wished, to a position, so that it is the same bytes
// whenever it is fetched again.
import { useState } from 'preact/hooks';
import type { Clocks } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import type { Meetings } from '../meetings/api';
import { asked, path, toPage, usePlace } from '../place';
import { date, isPosition, span } from '../say';
import { Link } from './link';
import { Told } from './told';

interface Manifest extends Partial<Clocks> { pack: { meeting: string; at: string; as_of: string; region: string | null }; files: { name: string; format: string; bytes: number; sha256: string }[] }

const FORMS = ['html', 'xlsx', 'csv', 'json'] as const;

export function packAddress(meeting: string, query: Record<string, string>): string {
  return path`/v1/meetings/${meeting}/pack?` + new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}

// One line: the forms, for pages that only point to the pack.
export function PackLinks({ meeting, region = '' }: { meeting: string; region?: string }) {
  const { place } = usePlace();
  const pins = { region, at: isPosition(place.knownAt) ? place.knownAt : '' };
  return (
    <span class="pack-links">
      {FORMS.map((format) => <a key={format} href={packAddress(meeting, { ...pins, format })} {...(format === 'html' ? {} : { download: '' })}>{w.packs.short[format]}</a>)}
    </span>
  );
}

// The meetings of a region that a reader of its page looks for: the one under way or coming, and the last that was held.
export function RegionPacks({ region }: { region: string }) {
  const { place } = usePlace();
  const { answer } = useAsked<Meetings>('/v1/meetings' + asked(place, { region }), false);
  const dated = (answer?.meetings ?? []).filter((m) => m.starts_on !== null);
  const next = dated.find((m) => m.state === 'under_way') ?? dated.find((m) => m.state === 'announced'), last = dated.filter((m) => m.state === 'held').pop();
  if (!next && !last) return null;
  return (
    <ul class="region-packs screen">
      {[next, last].map((m, i) => (m ? (
        <li key={m.meeting}>
          <span class="role">{i === 1 ? w.packs.last : m.state === 'under_way' ? w.packs.underWay : w.packs.next}</span>{' '}
          <Link to={toPage(path`/meetings/${m.meeting}`)}><Told>{m.title ?? m.meeting}</Told></Link>{' '}
          <small>{span(m.starts_on!, m.ends_on ?? '')}</small> <span class="pack-of">{w.packs.its}</span> <PackLinks meeting={m.meeting} region={region} />
        </li>
      ) : null))}
    </ul>
  );
}

// The whole offer: forms, day, position, and on request the sum of each file.
export function Pack({ meeting }: { meeting: string }) {
  const { place } = usePlace();
  const [wanted, want] = useState(false);
  const held = isPosition(place.knownAt) ? place.knownAt : '';
  const pins = { as_of: place.asOf, at: held };
  const { answer, trouble } = useAsked<Manifest>(wanted ? packAddress(meeting, { ...pins, format: 'manifest' }) : null, false);
  const pinned = answer ? { as_of: answer.pack.as_of, at: answer.pack.at } : pins;
  const files = new Map(answer?.files.map((f) => [f.format, f]));
  return (
    <section class="pack" id="pack" aria-labelledby="pack-title">
      <h2 id="pack-title">{w.packs.title}</h2>
      <p class="fine">{w.packs.what}</p>
      <ul class="files">
        {FORMS.map((format) => (
          <li key={format}>
            <a href={packAddress(meeting, { ...pinned, format })} {...(format === 'html' ? {} : { download: '' })}>{w.packs.forms[format]}</a>
            {files.has(format) ? <small> {w.packs.size(files.get(format)!.bytes)}</small> : null}
            {files.has(format) ? <code class="sum" title={w.packs.sum}>{files.get(format)!.sha256}</code> : null}
          </li>
        ))}
        <li><a href={packAddress(meeting, { ...pinned, format: 'manifest' })}>{w.packs.forms.manifest}</a></li>
      </ul>
      {answer ? (
        <p class="fine">{w.packs.pinned(date(answer.pack.as_of))} <code class="sum">{answer.pack.at}</code></p>
      ) : (
        <p class="fine">
          {held ? w.packs.held : w.packs.moving}{' '}
          <button type="button" class="screen lesser" onClick={() => want(true)} disabled={wanted && !trouble}>{wanted && !trouble ? w.shell.waiting : w.packs.pin}</button>
        </p>
      )}
    </section>
  );
}

