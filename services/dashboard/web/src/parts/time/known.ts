// When the ledger learned its first record, and which meetings it knows: read after the page's own answer.
import { useAsked } from '../../asking';
import type { Meeting, Meetings } from './days';

interface First { entries: { recordedtime: string }[] }

// Within position 0:0 there is the registry's first record alone, which every other needs.
export function useBeginning(ready: boolean): string | null {
  return useAsked<First>(ready ? '/v1/activity?until=0:0' : null, false).answer?.entries[0]?.recordedtime.slice(0, 10) ?? null;
}

export function useMeetings(ready: boolean): Meeting[] {
  return useAsked<Meetings>(ready ? '/v1/meetings' : null, false).answer?.meetings ?? [];
}
