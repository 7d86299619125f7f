// The two clocks' controls, which come right after the first frame and find their room kept (time/). On a small screen, and
// where the signs are large for a hall, they are folded away, so that the matter comes first; the line above says both
// clocks all the same. Folded, they are not even fetched.
import { useEffect, useState } from 'preact/hooks';
import { w } from '../language';
import { Later } from '../later';
import { usePlace } from '../place';
import type { Props } from './time/time';

export function ClockControls(props: Props) {
  const { place } = usePlace();
  const [open, setOpen] = useState(place.asOf !== '' || place.knownAt !== '');
  const folded = useNarrow() || place.more.signs === 'large';
  const time = <Later load={load} props={props} bare><div class="time" /></Later>;
  if (!folded) return time;
  return (
    <details class="clocks" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.time.another}</summary>
      {open ? time : null}
    </details>
  );
}

const load = async () => (await import('./time/time')).Time;
const narrow = matchMedia('(max-width: 40rem)');

function useNarrow(): boolean {
  const [is, set] = useState(narrow.matches);
  useEffect(() => {
    const look = () => set(narrow.matches);
    narrow.addEventListener('change', look);
    return () => narrow.removeEventListener('change', look);
  }, []);
  return is;
}
