// The reader's language. `w` holds the interface's words and is exchanged whole when another language is chosen (the app
// then draws itself anew); dates, numbers and plurals go by the same locale. The words stand in words/, one section a page;
// English is the model of all. The sections of the first view are English in the first script and a small file in any other
// language; the rest comes with the first part of the page that comes later.
import { LANGUAGES, type Language } from './tongues';
import type { en } from './words/en';
import { first } from './words/en/first';

export type Words = typeof en;
// A section in another language; what it lacks is said in English.
export type Section<Name extends keyof Words> = Partial<Words[Name]>;
type FirstSections = { [Name in keyof typeof first]: Section<Name> };
type OtherSections = { [Name in Exclude<keyof Words, keyof typeof first>]: Section<Name> };
export { LANGUAGES, type Language };

interface Files { first: () => Promise<FirstSections>; others: () => Promise<OtherSections> }
const files: Record<Exclude<Language, 'en'>, Files> = {
  fr: { first: () => import('./words/fr/first'), others: () => import('./words/fr') },
  es: { first: () => import('./words/es/first'), others: () => import('./words/es') },
  ru: { first: () => import('./words/ru/first'), others: () => import('./words/ru') },
  zh: { first: () => import('./words/zh/first'), others: () => import('./words/zh') },
  ar: { first: () => import('./words/ar/first'), others: () => import('./words/ar') },
};

export let language: Language = 'en';
export let w: Words = first as Words;
let allWanted = false; // more than the first view's

// The wished-for language, or the first of the browser's that there is.
export function languageOf(wished: Language | ''): Language {
  if (wished) return wished;
  for (const tag of navigator.languages) {
    const short = tag.slice(0, 2).toLowerCase();
    if (short in LANGUAGES) return short as Language;
  }
  return 'en';
}

export async function speak(next: Language): Promise<void> {
  const all = allWanted;
  const words = await (all ? wholeOf(next) : firstOf(next));
  if (all !== allWanted) return speak(next);
  w = words;
  language = next;
  document.documentElement.lang = next;
  document.documentElement.dir = next === 'ar' ? 'rtl' : 'ltr';
}

// All sections of the language spoken, from now on.
export async function allWords(): Promise<void> {
  allWanted = true;
  const spoken = language, words = await wholeOf(spoken);
  if (language === spoken) w = words;
}

const firstOf = async (tongue: Language): Promise<Words> => (tongue === 'en' ? first : filledUp(first, await files[tongue].first())) as Words;

const whole = new Map<Language, Words>();
async function wholeOf(tongue: Language): Promise<Words> {
  const english = import('./words/en');
  const words = tongue === 'en' ? [] : await Promise.all([files[tongue].first(), files[tongue].others()]);
  if (!whole.has(tongue)) whole.set(tongue, filledUp((await english).en, Object.assign({}, ...words)));
  return whole.get(tongue)!;
}

// A section's words, and in English what it lacks.
function filledUp<Model extends object>(model: Model, words: { [Name in keyof Model]?: object }): Model {
  return Object.fromEntries(Object.entries(model).map(([name, section]) => [name, { ...section, ...words[name as keyof Model] }])) as Model;
}
