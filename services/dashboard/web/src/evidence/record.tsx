// The ledger's own record of an event, read when it is asked for: first in words, then its bytes as they stand.
import { useEffect, useState } from 'preact/hooks';
import { read, type Told as Event } from '../api';
import { w } from '../language';
import { recordOf } from '../record';
import { moment, plainly } from '../say';

interface Held { [attribute: string]: unknown; data?: { reason?: string } }

function useRecord(address: string | null): { record: Held | null; text: string; failed: boolean } {
  const [held, hold] = useState<{ record: Held | null; text: string; failed: boolean }>({ record: null, text: '', failed: false });
  useEffect(() => {
    if (!address) return;
    const stop = new AbortController();
    read(address, stop.signal).then(
      (text) => hold({ record: JSON.parse(text) as Held, text, failed: false }),
      () => { if (!stop.signal.aborted) hold({ record: null, text: '', failed: true }); },
    );
    return () => stop.abort();
  }, [address]);
  return held;
}

export function RecordOf({ event }: { event: Event }) {
  const [open, setOpen] = useState(false);
  const address = recordOf(event);
  const { record, text, failed } = useRecord(open ? address : null);
  return (
    <details class="record" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.evidence.record(event.position)}</summary>
      {failed ? <p class="fine">{w.shell.gone}</p> : null}
      {record ? (
        <>
          <dl>
            {Object.entries(record).filter(([, value]) => typeof value === 'string').map(([name, value]) => (
              <div key={name}><dt>{w.evidence.attributes[name] ?? plainly(name)}</dt><dd>{name === 'recordedtime' ? moment(String(value)) : String(value)}</dd></div>
            ))}
          </dl>
          <pre tabIndex={0} aria-label={w.evidence.bytes}>{JSON.stringify(JSON.parse(text), null, 2)}</pre>
        </>
      ) : null}
      <p class="fine"><a href={address}>{w.evidence.recordItself}</a></p>
    </details>
  );
}

export function Reason({ of }: { of: Event }) {
  const { record } = useRecord(recordOf(of));
  return record?.data?.reason ? <span class="change">{w.evidence.reason} <q><bdi>{record.data.reason}</bdi></q></span> : null;
}
