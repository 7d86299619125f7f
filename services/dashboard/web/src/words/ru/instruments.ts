import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { day as on, stop, when } from './days';
import { days, months, ofCountries, years } from './nouns';

const parties = (n: number) => plural(n, { one: '# участник', few: '# участника', many: '# участников', other: '# участника' });

export const instruments: Section<'instruments'> = {
  title: 'Договоры',
  deck: 'Договоры, к участию в которых рамочные документы призывают государства, и число их участников.',
  listed: 'Все договоры, с сортировкой',
  none: 'На указанную дату реестру не известен ни один договор. Он появится здесь после реестрового события о нём.',
  name: 'Договор', adopted: 'Принят', inForce: 'В силе с', parties: 'Участники', signedOnly: 'Только подписали', ofRegion: (region: string) => `Участники: ${region}`,
  notInForce: 'не в силе',
  nothingTold: 'действий не записано',
  up: 'Все договоры',
  adoptedOn: (day: string, depositary: string | null) => stop(`Принят ${when(day)}${depositary ? `; депозитарий: ${depositary}` : ''}`),
  numbers: 'В цифрах',
  lead: (bound: number, signed: number) => `${parties(bound)}; только подписали: ${count(signed)}.`,
  inForceSince: (day: string) => stop(`Вступил в силу ${when(day)}`),
  inForceFrom: (day: string) => stop(`Вступает в силу ${when(day)}`),
  notYet: 'По имеющимся записям на указанную дату в силу не вступил.',
  rule: (needed: number, wait: string, article: string) => `${article}: вступает в силу через ${wait} после того, как участников станет ${count(needed)}.`,
  term: (n: number, unit: string) => ({ days: days(n), months: months(n), years: years(n) })[unit] ?? `${count(n)} ${unit}`,
  regionLead: (region: string, bound: number, signed: number, of: number) => `${region}: из ${ofCountries(of)} участвуют: ${count(bound)}, только подписали: ${count(signed)}.`,
  empty: 'На указанную дату об этом договоре ничего не записано. Это не значит «нет»: страницу заполнят подписания и ратификации, сообщённые депозитарием, или импорт списка договорных действий.',
  curve: 'Как росло число участников',
  curveSays: (name: string, from: string, bound: number, until: string) => `Линия числа участников: ${name}, с ${from} по ${on(until)}; на конец – ${count(bound)}.`,
  curveHint: 'Линия поднимается в день, когда государство становится участником, и опускается в день выхода.',
  partiesLine: 'участники', regionLine: (region: string) => `в т. ч. ${region}`,
  openedMark: (day: string) => `Принят: ${date(day)}`,
  forceMark: (day: string) => `Вступил в силу: ${date(day)}`,
  byYear: 'Участники на конец каждого года', bound: 'Вступили', left: 'Вышли', atEnd: 'Участники',
  list: 'По странам',
  show: 'Какие страны', everywhere: 'весь мир',
  which: { all: 'Все, кто совершил действие', party: 'Участники', signatory: 'Только подписали', left: 'Вышли', none: 'Ничего не записано', statements: 'С заявлениями' },
  country: 'Страна', status: 'Статус', signed: 'Подписан', boundOn: 'Участник с', form: 'Форма', force: 'В силе для неё', statement: 'Заявления', toldBy: 'Кто сообщил',
  allToldBy: (teller: string) => `Обо всём сообщает ${teller}.`,
  bond: { party: 'Участник', signatory: 'Только подписал', left: 'Вышел', none: 'Ничего не записано' },
  denounced: (day: string) => `денонсирован ${when(day)}`,
  forms: { ratification: 'ратификация', accession: 'присоединение', acceptance: 'принятие', approval: 'утверждение', succession: 'правопреемство', formal_confirmation: 'официальное подтверждение' },
  disputed: 'оспаривается',
  noneSuch: 'На указанную дату таких стран нет.',
  statements: 'Оговорки, заявления и возражения',
  noStatements: 'Оговорок, заявлений и возражений не записано. Здесь приводились бы заявления, сообщённые депозитарием.',
  kinds: { reservation: 'Оговорка', declaration: 'Заявление', objection: 'Возражение', withdrawal: 'Снятие' },
  made: 'Сделано', about: 'Статья', says: 'Что сказано', withdrawn: (day: string) => `снято ${when(day)}`,
  csv: 'в CSV',
};
