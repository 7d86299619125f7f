// When the ledger learned its first record, and which meetings it knows: read once for all pages, after the page's own answer.
import { useEffect, useState } from 'preact/hooks';
import { useAsked } from '../../asking';
import type { Meeting, Meetings } from './days';

let begun: Promise<string | null> | null = null;

export function useBeginning(ready: boolean): string | null {
  const [first, setFirst] = useState<string | null>(null);
  useEffect(() => { if (ready) void (begun ??= beginning()).then(setFirst); }, [ready]);
  return first;
}

export function useMeetings(ready: boolean): Meeting[] {
  return useAsked<Meetings>(ready ? '/v1/meetings' : null, false).answer?.meetings ?? [];
}

// The first line of the registry's lane; the rest is not read.
async function beginning(): Promise<string | null> {
  const stop = new AbortController();
  try {
    const response = await fetch('/v1/ledger/0?from=0', { signal: stop.signal });
    const reader = response.body?.getReader();
    if (!response.ok || !reader) return null;
    let text = '';
    for (let part = await reader.read(); !part.done && !text.includes('\n'); part = await reader.read()) text += new TextDecoder().decode(part.value);
    const [line = ''] = text.split('\n');
    return (JSON.parse(line) as { recordedtime: string }).recordedtime.slice(0, 10);
  } catch {
    return null;
  } finally {
    stop.abort();
  }
}
