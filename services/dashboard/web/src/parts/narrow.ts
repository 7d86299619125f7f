// Whether the page is a phone's, for what is drawn as a list there and as a table elsewhere.
import { useEffect, useState } from 'preact/hooks';

const query = matchMedia('(max-width: 40rem)');

export function useNarrow(): boolean {
  const [narrow, turn] = useState(query.matches);
  useEffect(() => {
    const look = () => turn(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return narrow;
}
