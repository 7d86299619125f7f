// The reader's language. `w` holds the interface's words and is exchanged whole when another language is chosen (the app
// then draws itself anew); dates, numbers and plurals go by the same locale. The words stand in words/, a file a language,
// one section a page; English is the model of all, and comes with the first script.
import { LANGUAGES, type Language } from './tongues';
import { en } from './words/en';

export type Words = typeof en;
export { LANGUAGES, type Language };

const files: Record<Exclude<Language, 'en'>, () => Promise<{ words: Partial<Words> }>> = {
  fr: () => import('./words/fr'),
  es: () => import('./words/es'),
  ru: () => import('./words/ru'),
  zh: () => import('./words/zh'),
  ar: () => import('./words/ar'),
};

export let language: Language = 'en';
export let w: Words = en;

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
  w = next === 'en' ? en : { ...en, ...(await files[next]()).words };
  language = next;
  document.documentElement.lang = next;
  document.documentElement.dir = next === 'ar' ? 'rtl' : 'ltr';
}
