// The way between pages, and the reader's language. All that the reader chose goes along. On a phone the pages are folded
// away behind a button.
import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES, language, type Language, w } from '../language';
import { Link } from '../parts/link';
import { PAGES, pageOf, type PageInfo, type Scope } from '../pages';
import { HOME, toPage, usePlace } from '../place';

export function Navigation() {
  const { place, go } = usePlace();
  const current = pageOf(place.path)?.page;
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [place.path]);
  const turn = (lang: Language) => go({ lang: lang === 'en' && navigator.language.startsWith('en') ? '' : lang }, 'replace');
  return (
    <header class="masthead">
      <p class="mark"><Link to={{ ...toPage('/'), ...HOME, asOf: '', knownAt: '' }}>Rollcall</Link></p>
      <button type="button" class="fold" aria-expanded={open} aria-controls="ways" onClick={() => setOpen(!open)}>{w.shell.more}</button>
      <nav id="ways" class={open ? 'open' : ''} aria-label={w.shell.nav}>
        <Group scope="region" title={w.shell.inRegion} current={current} />
        <Group scope="everywhere" title={w.shell.everywhere} current={current} />
      </nav>
      <label class="speech">
        <span class="heard">{w.shell.language}</span>
        <select value={language} onChange={(e) => turn(e.currentTarget.value as Language)}>
          {Object.entries(LANGUAGES).map(([tag, name]) => <option key={tag} value={tag} lang={tag}>{name}</option>)}
        </select>
      </label>
    </header>
  );
}

function Group({ scope, title, current }: { scope: Scope; title: string; current: PageInfo | undefined }) {
  const pages = PAGES.filter((p) => p.scope === scope);
  return pages.length === 0 ? null : (
    <ul class="ways" aria-label={title}>
      {pages.map((p) => <li key={p.name}><Link to={toPage(p.pattern)} aria-current={p === current ? 'page' : undefined}>{p.name in w.shell.pages ? w.shell.pages[p.name as keyof typeof w.shell.pages] : ''}</Link></li>)}
    </ul>
  );
}
