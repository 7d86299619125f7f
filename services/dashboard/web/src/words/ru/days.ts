// Dates inside a Russian sentence: a month or a year in the genitive ("с декабря 2001 г."), and the full stop that "г."
// already brings.
import { date } from '../../say';

export const day = (given: string): string => {
  if (given.length === 4) return `${date(given)} г.`;
  return given.length === 7 ? date(`${given}-01`).replace(/^1\s/, '') : date(given);
};

export const stop = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

// After a verb a day stands as it is, a month or a year in brackets: "подписан 17 декабря 2001 г.", "подписан (декабрь 2001 г.)".
export const when = (given: string): string => (given.length < 10 ? `(${date(given)})` : date(given));
