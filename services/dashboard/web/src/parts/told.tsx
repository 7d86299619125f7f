// Text that the ledger tells, shown as text whatever it holds, and marked as English to a reader of another language.
import type { ComponentChildren } from 'preact';
import type { Named } from '../api';
import { language } from '../language';
import { isSpoken, nameOf } from '../registry';

export function Told({ children, spoken = language === 'en' }: { children: ComponentChildren; spoken?: boolean }) {
  return spoken ? <bdi>{children}</bdi> : <bdi class="told" lang="en" dir="ltr">{children}</bdi>;
}

export function Name({ of, id }: { of: Named | undefined; id: string }) {
  return <Told spoken={isSpoken(of)}>{nameOf(of, id)}</Told>;
}
