// A panel beside the page: it holds the focus, closes by Escape, by its button and by a click beside it, and gives the
// focus back to where it came from.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { w } from '../language';

export function Panel({ title, close, children }: { title: ComponentChildren; close: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement as HTMLElement | null;
    shown?.showModal();
    return () => { shown?.close(); before?.focus(); };
  }, []);
  return (
    <dialog ref={dialog} class="why" aria-labelledby="panel-title" onCancel={(e) => { e.preventDefault(); close(); }} onClick={(e) => e.target === dialog.current && close()}>
      <div class="inside">
        <button type="button" class="close" onClick={close}>{w.shell.close}</button>
        <h2 id="panel-title">{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
