// What comes later: the script of a page, of the panel or the map, with the words and styles that only they need; or of what
// the first frame can do without. While it is on its way that is said, or its room kept; if it doesn't come, that is said, too.
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { allWords, w } from './language';

type Load<P> = () => Promise<ComponentType<P>>;

// `whenSeen`: only once its place comes near the reader's eyes. `bare`: the first view's words and styles are all it needs.
interface Props<P> { load: Load<P>; props: P; whenSeen?: boolean; bare?: boolean; children?: ComponentChildren }

// What has come stays.
const come = new Map<unknown, ComponentType<never>>();

export function Later<P extends object>({ load, props, whenSeen = false, bare = false, children }: Props<P>) {
  const [wanted, setWanted] = useState(!whenSeen);
  const stand = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted || !stand.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setWanted(true), { rootMargin: '25%' });
    watch.observe(stand.current);
    return () => watch.disconnect();
  }, [wanted]);
  const [found, setFound] = useState<{ load: Load<P>; Component: ComponentType<P> | null } | null>(() => (come.has(load) ? { load, Component: come.get(load) as ComponentType<P> } : null));
  useEffect(() => {
    if (!wanted || found?.load === load) return;
    let mine = true;
    Promise.all([load(), ...(bare ? [] : [allWords(), allStyles()])]).then(
      ([Component]) => { come.set(load, Component as ComponentType<never>); if (mine) setFound({ load, Component }); },
      () => { if (mine) setFound({ load, Component: null }); },
    );
    return () => { mine = false; };
  }, [load, wanted]);
  if (!wanted) return <div ref={stand} />;
  if (found?.load !== load) return <>{children}</>;
  if (!found.Component) return <Lost />;
  return <found.Component {...props} />;
}

// Perhaps the server is gone, perhaps it carries a newer page than this one: to begin again mends both.
function Lost() {
  return (
    <div class="state" role="alert">
      <p>{w.shell.scriptLost}</p>
      <p><button type="button" onClick={() => location.reload()}>{w.shell.tryNow}</button></p>
    </div>
  );
}

let styled: Promise<void> | null = null;
function allStyles(): Promise<void> {
  return (styled ??= new Promise((done) => {
    const href = document.querySelector<HTMLMetaElement>('meta[name="later-styles"]')?.content;
    if (!href) return done();
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: () => done(), onerror: () => { styled = null; link.remove(); done(); } });
    document.head.append(link);
  }));
}
