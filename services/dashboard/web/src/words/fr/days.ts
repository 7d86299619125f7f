// A day takes an article in French, a month or a year doesn't: "le 3 mai 2001", but "mai 2001" and "2001".
import { date } from '../../say';

const isDay = (given: string): boolean => given.length >= 10;
// After "depuis": "depuis le 3 mai 2001", "depuis 2001".
export const le = (given: string): string => `${isDay(given) ? 'le ' : ''}${date(given)}`;
// When something happened: "le 3 mai 2001", "en 2001".
export const on = (given: string): string => `${isDay(given) ? 'le' : 'en'} ${date(given)}`;
// After "jusqu’": "jusqu’au 3 mai 2001", "jusqu’en 2001".
export const au = (given: string): string => `${isDay(given) ? 'au' : 'en'} ${date(given)}`;
// Of a day: "le rapport du 3 mai 2001", "le rapport de 2001".
export const du = (given: string): string => `${isDay(given) ? 'du' : 'de'} ${date(given)}`;
// From one to another: "du 3 mai 2001 au 4 juin 2002", "de 2001 à 2002".
export const fromTo = (from: string, to: string): string => `${du(from)} ${isDay(to) ? 'au' : 'à'} ${date(to)}`;
