// An address that no page has.
import { w } from '../language';
import { HOME, toPage } from '../place';
import { Link } from '../parts/link';

export function NoPage({ path }: { path: string }) {
  return (
    <main id="matter" tabIndex={-1} class="state">
      <h1>{w.shell.noPage(path)}</h1>
      <p><Link to={{ ...toPage('/'), ...HOME }}>{w.shell.toStart}</Link></p>
    </main>
  );
}
