// Countries by name, each a way to its page.
import { w } from '../language';
import { path, toPage } from '../place';
import { useRegistry } from '../registry';
import { Link } from './link';
import { Name } from './told';

export function Country({ code }: { code: string }) {
  return <Link to={toPage(path`/countries/${code}`)}><Name of={useRegistry().countries.get(code)} id={code} /></Link>;
}

export function CountryList({ codes }: { codes: string[] }) {
  return <>{codes.map((code, i) => <>{i > 0 ? w.signs.join : ''}<Country key={code} code={code} /></>)}</>;
}
