// Which questions of the page shown have lost their server, so that the shell can say so once for all of them.
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { Asked } from '../asking';

export interface Troubles { tell: (id: object, asked: Asked<unknown> | null) => void }
export const TroubleContext = createContext<Troubles>({ tell: () => {} });

export function useAnswered(asked: Asked<unknown>): void {
  const { tell } = useContext(TroubleContext);
  const { trouble, readAt } = asked;
  useEffect(() => {
    const id = {};
    tell(id, asked);
    return () => tell(id, null);
  }, [trouble, readAt]);
}
