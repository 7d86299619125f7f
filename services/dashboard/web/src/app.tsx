// Where the page starts, and what stays while pages come and go: the language, the names, the navigation, word of a server that is gone, and the panel
// of evidence.
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { documentsQuestion } from './ahead';
import type { Asked } from './asking';
import { language, languageOf, speak, w } from './language';
import { Later } from './later';
import { pageOf } from './pages';
import { Gone, Waiting } from './parts/states';
import { type Place, PlaceContext, readPlace, useAddress } from './place';
import { RegionPage } from './region/page';
import { RegistryContext, useRegistryAsked } from './registry';
import { Navigation } from './shell/navigation';
import { NoPage } from './shell/nopage';
import { TroubleContext } from './shell/trouble';

// Drawn in the reader's words, and whole if the first answer is there; else the page says that it waits for it.
const MOMENT = 150;
const words = speak(languageOf(readPlace(location).lang)).catch(() => {}); // asked for again below
void Promise.all([words, documentsQuestion(MOMENT)]).then(() => {
  const root = document.getElementById('page');
  root?.replaceChildren();
  if (root) render(<App />, root);
});

function App() {
  const address = useAddress();
  const spoken = useSpoken(address.place);
  const registry = useRegistryAsked();
  const [troubled, setTroubled] = useState(new Map<object, Asked<unknown>>());
  const troubles = useMemo(() => ({
    tell: (id: object, asked: Asked<unknown> | null) => setTroubled((before) => { const next = new Map(before); asked ? next.set(id, asked) : next.delete(id); return next; }),
  }), []);
  const asked = [...troubled.values(), ...registry.asked];
  const gone = asked.some((a) => a.trouble?.gone);
  const readAt = asked.find((a) => a.readAt)?.readAt ?? null;
  if (!spoken) return null;
  return (
    <PlaceContext.Provider value={address}>
      <RegistryContext.Provider value={registry}>
        <TroubleContext.Provider value={troubles}>
          <a class="skip" href="#matter">{w.shell.skip}</a>
          {gone ? <Gone readAt={readAt} retry={() => asked.forEach((a) => a.trouble && a.retry())} /> : null}
          {registry.about?.notice ? <aside class="notice" aria-label={w.shell.aboutLedger} lang="en" dir="ltr">{registry.about.notice}</aside> : null}
          <div class="page" key={spoken}>
            <Navigation />
            <Shown path={address.place.path} />
            {address.place.why ? <Later key={address.place.why} load={panel} props={{}} /> : null}
          </div>
        </TroubleContext.Provider>
      </RegistryContext.Provider>
    </PlaceContext.Provider>
  );
}

// The language spoken, once its words are there.
function useSpoken(place: Place): string | null {
  const wished = languageOf(place.lang);
  const [spoken, setSpoken] = useState(wished === language ? wished : null);
  useEffect(() => {
    let mine = true;
    void speak(wished).then(() => { if (mine) setSpoken(wished); });
    return () => { mine = false; };
  }, [wished]);
  return spoken;
}

const panel = async () => (await import('./evidence/why')).Why;

function Shown({ path }: { path: string }) {
  const found = pageOf(path);
  if (!found) return <NoPage path={path} />;
  if (found.page.load === 'first') return <RegionPage />;
  return <Later key={path} load={found.page.load} props={{ params: found.params }}><Waiting /></Later>;
}
