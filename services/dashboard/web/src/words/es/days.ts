// A day takes an article in Spanish, a month or a year doesn't: "el 3 de mayo de 2001", but "mayo de 2001" and "2001".
import { date } from '../../say';

const isDay = (given: string): boolean => given.length >= 10;
// After a preposition: "desde el 3 de mayo de 2001", "desde 2001".
export const el = (given: string): string => `${isDay(given) ? 'el ' : ''}${date(given)}`;
// When something happened: "el 3 de mayo de 2001", "en 2001".
export const on = (given: string): string => `${isDay(given) ? 'el' : 'en'} ${date(given)}`;
// From one to another: "del 3 de mayo de 2001 al 4 de junio de 2002", "de 2001 a 2002".
export const fromTo = (from: string, to: string): string => `${isDay(from) ? 'del' : 'de'} ${date(from)} ${isDay(to) ? 'al' : 'a'} ${date(to)}`;
