// What the page says when it has no answer to show: still waiting, refused, or the server gone.
import type { Trouble } from '../api';
import { language, w } from '../language';
import { HOME, toPage, usePlace } from '../place';
import { sentence } from '../say';

export function Waiting() {
  return <p class="state waiting" role="status">{w.shell.waiting}</p>;
}

export function Refused({ trouble }: { trouble: Trouble }) {
  const { go } = usePlace();
  const early = trouble.code === 'not_known_yet';
  return (
    <div class="state" role="alert">
      <h2>{early ? w.shell.notKnownYet : w.shell.refused}</h2>
      <p lang="en" dir="ltr">{sentence(trouble.message)}</p>
      <p>
        {early ? <button type="button" onClick={() => go({ knownAt: '' })}>{w.shell.showAllKnown}</button> : null}{' '}
        <button type="button" onClick={() => go({ ...toPage('/'), ...HOME, asOf: '', knownAt: '' })}>{w.shell.toStart}</button>
      </p>
    </div>
  );
}

export function Gone({ readAt, retry }: { readAt: Date | null; retry: () => void }) {
  const time = readAt?.toLocaleTimeString(language === 'en' ? 'en-GB' : language, { hour: '2-digit', minute: '2-digit' });
  return (
    <div class="gone" role="alert">
      <p>
        <strong>{w.shell.gone}</strong>{' '}
        {time ? w.shell.goneSince(time) + ' ' : ''}
        {w.shell.goneRetries}
      </p>
      <button type="button" onClick={retry}>{w.shell.tryNow}</button>
    </div>
  );
}
