// Whoever is named as a teller, a partner or a company, by name and as a way to its page. A page wraps what names them in
// <Actors>, which asks for the names once.
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Named, Stakeholder } from '../api';
import { path, toPage } from '../place';
import { nameOf, useStakeholders } from '../registry';
import { Link } from './link';
import { Name } from './told';

const Known = createContext<Map<string, Stakeholder>>(new Map());

export function Actors({ children }: { children: ComponentChildren }) {
  return <Known.Provider value={useStakeholders()}>{children}</Known.Provider>;
}

export const useActors = () => useContext(Known);

export const actorName = (known: Map<string, Named>, id: string): string => nameOf(known.get(id), id);

export function Actor({ id }: { id: string }) {
  return <Link to={toPage(path`/organisations/${id}`)}><Name of={useActors().get(id)} id={id} /></Link>;
}
