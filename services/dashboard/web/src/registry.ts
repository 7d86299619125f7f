// Names of what the ledger knows, those of today: asked once, given to every page. A country has its name in the reader's
// language; what has none is shown in English and marked so (parts/told.tsx).
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { About, Countries, Country, Framework, Frameworks, Named, Region, Regions } from './api';
import { type Asked, useAsked } from './asking';
import { language, w } from './language';

export interface Registry {
  countries: Map<string, Country>;
  regions: Map<string, Region>;
  frameworks: Map<string, Framework>;
  about: About | null;
  asked: Asked<unknown>[];
}

const by = <T,>(list: T[] | undefined, id: (t: T) => string): Map<string, T> => new Map((list ?? []).map((t) => [id(t), t]));

export function useRegistryAsked(): Registry {
  const countries = useAsked<Countries>('/v1/countries', false);
  const regions = useAsked<Regions>('/v1/regions', false);
  const frameworks = useAsked<Frameworks>('/v1/frameworks', false);
  const about = useAsked<About>('/v1/about', false);
  return useMemo(() => ({
    countries: by(countries.answer?.countries, (c) => c.country),
    regions: by(regions.answer?.regions, (r) => r.region),
    frameworks: by(frameworks.answer?.frameworks, (f) => f.framework),
    about: about.answer,
    asked: [countries, regions, frameworks, about],
  }), [countries.answer, regions.answer, frameworks.answer, about.answer, countries.trouble, regions.trouble, frameworks.trouble]);
}

export const RegistryContext = createContext<Registry>({ countries: new Map(), regions: new Map(), frameworks: new Map(), about: null, asked: [] });
export const useRegistry = () => useContext(RegistryContext);

export { useStakeholders } from './speakers';

// As plain text, for titles and labels; an invented thing says so.
export function nameOf(thing: Named | undefined, id: string): string {
  if (!thing) return id;
  const name = thing.names?.[language] ?? thing.name ?? id;
  const marked = /invent|выдум|вымышл|虚构|虛構|متخيل|خيالي|مختلق/i.test(name);
  return thing.invented && !marked ? w.shell.inventedName(name) : name;
}

// Whether the name is in the reader's language.
export const isSpoken = (thing: Named | undefined): boolean => language === 'en' || thing?.names?.[language] !== undefined;
