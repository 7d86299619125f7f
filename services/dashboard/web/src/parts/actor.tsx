// Whoever is named as a teller, a partner or a company, by name and as a way to its page.
import type { Named } from '../api';
import { path, toPage } from '../place';
import { nameOf, useStakeholders } from '../registry';
import { Link } from './link';
import { Name } from './told';

export const actorName = (known: Map<string, Named>, id: string): string => nameOf(known.get(id), id);

export function Actor({ id }: { id: string }) {
  return <Link to={toPage(path`/organisations/${id}`)}><Name of={useStakeholders().get(id)} id={id} /></Link>;
}
