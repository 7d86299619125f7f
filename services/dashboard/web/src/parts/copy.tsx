// Puts a text, most often this page's address, on the clipboard, and says that it did.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { w } from '../language';

export function Copy({ text, children }: { text: () => string; children: ComponentChildren }) {
  const [done, setDone] = useState<boolean | null>(null);
  const copy = () => navigator.clipboard?.writeText(text()).then(() => setDone(true), () => setDone(false)) ?? setDone(false);
  return (
    <>
      <button type="button" class="plain" onClick={() => void copy()}>{children}</button>
      <span role="status" class="fine">{done === null ? '' : done ? ' ' + w.time.copied : ' ' + w.time.notCopied}</span>
    </>
  );
}
