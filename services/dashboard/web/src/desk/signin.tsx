// Signing in with the stakeholder's token.
import { useState } from 'preact/hooks';
import type { Trouble } from '../api';
import { w } from '../language';
import { Told } from '../parts/told';
import { sentence } from '../say';

export function SignIn({ sign, wrong }: { sign: (token: string) => void; wrong: Trouble | null }) {
  const [token, setToken] = useState('');
  return (
    <form class="desk-form sign-in" aria-label={w.desk.signIn} onSubmit={(e) => { e.preventDefault(); if (token.trim()) sign(token.trim()); }}>
      <label class="field">
        <span class="name">{w.desk.token}</span>
        <input type="password" autocomplete="off" spellcheck={false} dir="ltr" value={token} aria-describedby="token-hint" aria-invalid={wrong !== null} onInput={(e) => setToken(e.currentTarget.value)} />
      </label>
      {wrong ? <p class="desk-wrong" role="alert">{w.desk.wrongToken} <Told>{sentence(wrong.message)}</Told></p> : null}
      <p><button type="submit" class="act">{w.desk.signIn}</button></p>
      <p class="fine" id="token-hint">{w.desk.tokenHint}</p>
    </form>
  );
}
