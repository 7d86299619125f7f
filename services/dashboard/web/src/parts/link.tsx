// A link within the page: it has a real address, and a plain click stays on the page.
import type { ComponentChildren } from 'preact';
import { addressOf, type Change, follow, usePlace } from '../place';

interface Props { to: Change; children: ComponentChildren; class?: string; title?: string; 'aria-label'?: string; 'aria-current'?: 'page' | undefined }

export function Link({ to, children, ...rest }: Props) {
  const { place, go } = usePlace();
  return <a {...rest} href={addressOf({ ...place, ...to })} onClick={follow(go, to)}>{children}</a>;
}
