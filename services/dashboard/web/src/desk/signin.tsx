// Signing in with the stakeholder's token.
import { useState } from 'preact/hooks';
import type { Trouble } from '../api';
import { w } from '../language';
import { Unsaid } from './trouble';

export function SignIn({ sign, wrong }: { sign: (token: string) => void; wrong: Trouble | null }) {
  const [token, setToken] = useState('');
  return (
    <form class="desk-form sign-in" aria-label={w.desk.signIn} onSubmit={(e) => { e.preventDefault(); if (token.trim()) sign(token.trim()); }}>
      <label class="field">
        <span class="name">{w.desk.token}</span>
        <input type="password" autocomplete="off" spellcheck={false} dir="ltr" value={token} aria-describedby="token-hint" aria-invalid={wrong !== null} onInput={(e) => setToken(e.currentTarget.value)} />
      </label>
      {wrong ? <p class="desk-wrong" role="alert">{w.desk.wrongToken} {wrong.status === 401 ? '' : <Unsaid trouble={wrong} />}</p> : null}
      <p class="fine" id="token-hint">{w.desk.tokenHint}</p>
      <p class="desk-acts"><button type="submit" class="act">{w.desk.signIn}</button></p>
    </form>
  );
}
