// The languages there are, each by its own name, as a reader looks for it.
export type Language = 'en' | 'fr' | 'es' | 'ru' | 'zh' | 'ar';
export const LANGUAGES: Record<Language, string> = { en: 'English', fr: 'Français', es: 'Español', ru: 'Русский', zh: '中文', ar: 'العربية' };
export const isLanguage = (tag: string): tag is Language => Object.keys(LANGUAGES).includes(tag);
