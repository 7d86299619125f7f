// The partner desk: who is signed in, and what they write, hand in, wait for and approve.
import { useMemo, useState } from 'preact/hooks';
import type { Asked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Told } from '../parts/told';
import { usePlace } from '../place';
import { count, date } from '../say';
import type { Me } from './api';
import { Drafts } from './drafts';
import { EMPTY, keep } from './held';
import { Write } from './write';
import { type Desk, DeskContext, forgetAll, type Mend, useMine, useToken } from './session';
import { SignIn } from './signin';
import { Sent } from './sent';
import { Upload } from './upload';

const PARTS = ['sent', 'write', 'sheet', 'drafts'] as const;
type Part = (typeof PARTS)[number];
const NOBODY: Asked<object> = { answer: {}, current: true, trouble: null, path: null, position: '', readAt: null, retry: () => {} };

export function DeskPage() {
  const { token, ask, sign } = useToken();
  const [version, setVersion] = useState(0);
  const me = useMine<Me>(ask, token ? '/v1/me' : null, version);
  const wrong = token !== '' && me.trouble !== null && !me.trouble.gone;
  const out = () => { forgetAll(); keep(EMPTY); sign(''); };
  if (!token || wrong) return <Page title={w.desk.title} deck={w.desk.deck} choices={{ clocks: false }} asked={NOBODY}>{() => <SignIn sign={sign} wrong={wrong ? me.trouble : null} />}</Page>;
  return (
    <Page title={w.desk.title} deck={w.desk.deck} choices={{ clocks: false }} asked={me}>
      {(who) => <SignedIn key={who.credential} me={who} token={token} ask={ask} version={version} changed={() => setVersion((v) => v + 1)} out={out} />}
    </Page>
  );
}

function SignedIn({ me, out, ...rest }: Omit<Desk, 'mend'> & { out: () => void }) {
  const { place, go } = usePlace();
  const [mended, setMended] = useState<{ what: Mend; nth: number } | null>(null);
  const desk: Desk = useMemo(() => ({
    me, ...rest,
    mend: (what) => { setMended((m) => ({ what, nth: (m?.nth ?? 0) + 1 })); go({ more: { ...place.more, part: 'write', type: '' } }); },
  }), [me, rest.ask, rest.version, place]);
  const asked = (place.more.part ?? 'sent') as Part;
  const part: Part = PARTS.includes(asked) ? asked : 'sent';
  const parts = PARTS.filter((p) => p !== 'drafts' || me.duty !== null || me.drafts.waiting + me.drafts.returned + me.drafts.sent > 0);
  return (
    <DeskContext.Provider value={desk}>
      <Who me={me} out={out} />
      <nav class="contents desk-parts" aria-label={w.desk.parts}>
        <ul>{parts.map((p) => (
          <li key={p}><Link to={{ more: { part: p } }} aria-current={p === part ? 'page' : undefined}>{w.desk.partNames[p]}{p === 'drafts' && me.drafts.waiting > 0 ? ` (${count(me.drafts.waiting)})` : ''}</Link></li>
        ))}</ul>
      </nav>
      {part === 'sent' ? <Sent /> : null}
      {part === 'write' ? <Write key={mended?.nth ?? 0} mended={mended?.what ?? null} done={() => setMended(null)} /> : null}
      {part === 'sheet' ? <Upload /> : null}
      {part === 'drafts' ? <Drafts /> : null}
    </DeskContext.Provider>
  );
}

function Who({ me, out }: { me: Me; out: () => void }) {
  return (
    <section class="desk-who" aria-label={w.desk.who}>
      <p><strong><Told>{me.name ?? me.stakeholder}</Told></strong> <button type="button" class="desk-plain" onClick={out}>{w.desk.signOut}</button></p>
      <p class="fine">
        {w.desk.duties[me.duty ?? 'none']}{' '}
        {me.expires_on ? w.desk.expires(date(me.expires_on)) : ''}{' '}
        {me.in_office ? '' : w.desk.notInOffice}{' '}
        <code dir="ltr">{me.credential}</code>
      </p>
    </section>
  );
}
