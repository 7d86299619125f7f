// Counted nouns that several sections use: as a subject ("3 страны") and after "в", "из", "для" ("в 3 странах", "из 3 стран").
import { plural } from '../../say';

export const countries = (n: number) => plural(n, { one: '# страна', few: '# страны', many: '# стран', other: '# страны' });
export const ofCountries = (n: number) => plural(n, { one: '# страны', few: '# стран', many: '# стран', other: '# страны' });
export const inCountries = (n: number) => plural(n, { one: '# стране', few: '# странах', many: '# странах', other: '# страны' });
export const commitments = (n: number) => plural(n, { one: '# обязательство', few: '# обязательства', many: '# обязательств', other: '# обязательства' });
export const promises = (n: number) => plural(n, { one: '# обещание', few: '# обещания', many: '# обещаний', other: '# обещания' });
export const ofPromises = (n: number) => plural(n, { one: '# обещания', few: '# обещаний', many: '# обещаний', other: '# обещания' });
export const days = (n: number) => plural(n, { one: '# день', few: '# дня', many: '# дней', other: '# дня' });
export const months = (n: number) => plural(n, { one: '# месяц', few: '# месяца', many: '# месяцев', other: '# месяца' });
export const years = (n: number) => plural(n, { one: '# год', few: '# года', many: '# лет', other: '# года' });
export const people = (n: number) => plural(n, { one: '# человек', few: '# человека', many: '# человек', other: '# человека' });
export const reports = (n: number) => plural(n, { one: '# отчёт', few: '# отчёта', many: '# отчётов', other: '# отчёта' });
