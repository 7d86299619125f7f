// The reader's language. `w` holds the interface's words and is exchanged whole when another language is chosen (the app
// then draws itself anew); dates, numbers and plurals go by the same locale. The words stand in words/, a file a language,
// one section a page; English is the model of all, and its first sections come with the first script.
import { LANGUAGES, type Language } from './tongues';
import type { en } from './words/en';
import { first } from './words/en/first';

export type Words = typeof en;
// A section in another language; what it lacks is said in English.
export type Section<Name extends keyof Words> = Partial<Words[Name]>;
export type Translation = { [Name in keyof Words]?: Section<Name> };
export { LANGUAGES, type Language };

const files: Record<Exclude<Language, 'en'>, () => Promise<Translation>> = {
  fr: () => import('./words/fr'),
  es: () => import('./words/es'),
  ru: () => import('./words/ru'),
  zh: () => import('./words/zh'),
  ar: () => import('./words/ar'),
};

export let language: Language = 'en';
export let w: Words = first as Words;
let english: Words | null = null; // all of it, once it has come

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
  if (next === 'en') {
    w = english ?? (first as Words);
  } else {
    const [words, whole] = await Promise.all([files[next](), allEnglish()]);
    w = filledUp(whole, words);
  }
  language = next;
  document.documentElement.lang = next;
  document.documentElement.dir = next === 'ar' ? 'rtl' : 'ltr';
}

async function allEnglish(): Promise<Words> {
  return (english ??= (await import('./words/en')).en);
}

// All sections of the language spoken.
export async function allWords(): Promise<void> {
  const whole = await allEnglish();
  if (language === 'en') w = whole;
}

function filledUp(whole: Words, words: Translation): Words {
  const sections = Object.entries(whole).map(([name, section]) => [name, { ...section, ...words[name as keyof Words] }]);
  return Object.fromEntries(sections) as Words;
}
