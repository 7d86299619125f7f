// What the page says when it has no answer to show: still waiting, refused, or the server gone.
import type { Trouble } from './api';
import type { Go } from './view';

export function Waiting() {
  return <p class="state waiting" role="status">Reading the ledger …</p>;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

export function Refused({ trouble, go }: { trouble: Trouble; go: Go }) {
  const early = trouble.code === 'not_known_yet';
  return (
    <div class="state" role="alert">
      <h2>{early ? 'Not known yet at that moment' : 'This can’t be shown'}</h2>
      <p>{sentence(trouble.message)}</p>
      <p>
        {early ? <button type="button" onClick={() => go({ knownAt: '' })}>Show by all that is known now</button> : null}{' '}
        <button type="button" onClick={() => go({ country: null, region: 'east-asia-pacific', framework: 'eap-2001', asOf: '', knownAt: '', why: '' })}>Back to the start</button>
      </p>
    </div>
  );
}

export function Gone({ readAt, retry }: { readAt: Date | null; retry: () => void }) {
  const time = readAt?.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <div class="gone" role="alert">
      <p>
        <strong>The server does not answer.</strong>{' '}
        {time ? `What you see was read at ${time} and may have changed since. ` : ''}
        This page keeps trying and recovers by itself.
      </p>
      <button type="button" onClick={retry}>Try now</button>
    </div>
  );
}
