// A sentence in which something other than text stands – a link, a name – wherever the reader's language puts it: the words
// are asked with slots in place of what is put in.
import type { ComponentChildren } from 'preact';

const SLOT = '\uFFFC';

export function Phrase({ say, put }: { say: (...slots: string[]) => string; put: ComponentChildren[] }) {
  const pieces = say(...put.map(() => SLOT)).split(SLOT);
  return <>{pieces.map((piece, i) => <>{piece}{i < pieces.length - 1 ? put[i] : null}</>)}</>;
}
