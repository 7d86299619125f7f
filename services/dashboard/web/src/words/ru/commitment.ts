import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { day as on } from './days';
import { days, ofCountries } from './nouns';

export const commitment: Section<'commitment'> = {
  unknown: (id: string) => `Ни в одном известном реестру документе нет обязательства ${id}.`,
  sections: { rule: 'Чем выполняется', who: 'Кто выполнил', time: 'По годам', late: 'От действия до сообщения', same: 'То же обещание в других документах' },
  supersededBy: 'С тех пор его заменило другое обязательство:',
  supersededOn: (day: string) => `(с ${on(day)})`,
  fromMeeting: 'Основано на рекомендации совещания.',
  itself: (status: string) => `Регион в целом: ${status.toLowerCase()}.`,
  neighbours: 'Предыдущее и следующее обещания', before: (no: string) => `${no}, предыдущее`, after: (no: string) => `${no}, следующее`,
  otherRegion: (region: string) => `Это обещание дано в другом регионе: ${region}.`,
  lead: (met: number, of: number, told: number, overdue: number) =>
    `Из ${ofCountries(of)} выполнили: ${count(met)}${overdue > 0 ? `; просрочили: ${count(overdue)}` : ''}; ${told === 0 ? 'ни по одной ничего не записано' : `записи есть по ${count(told)}`}.`,
  none: 'На указанную дату в регионе нет стран либо обещание выполняют не страны.',
  whoHint: 'Знак страны открывает доказательства.',
  more: (name: string) => `Почему так: ${name}`,
  timeHint: 'Положение на конец каждого года, по сведениям на указанный выше момент.',
  timeSays: (from: string, until: string) => `Столбец на каждый год, с ${on(from)} по ${on(until)}: сколько стран в каком состоянии.`,
  dueMark: (day: string) => `Срок: ${date(day)}`,
  tooEarly: 'Указанная дата предшествует обещанию: динамики пока нет.',
  lateLead: (acts: number, median: number, ninth: number) =>
    `От дня действия до дня, когда о нём узнал реестр: медиана – ${days(median)} (${plural(acts, { one: '# действие', few: '# действия', many: '# действий', other: '# действия' })}), для девяти из десяти – не более ${plural(ninth, { one: '# дня', few: '# дней', many: '# дней', other: '# дня' })}.`,
  lateHint: 'Год или месяц отсчитывается от последнего дня. Внесённое спустя долгое время учитывается с этой задержкой.',
  lateNone: 'Об этом обещании в регионе ничего не записано. Этот раздел заполнит действие или отчёт, о котором сообщит любая уполномоченная сторона.',
  country: 'Страна', act: 'Что', on: 'Дата', learned: 'Поступило', days: 'Дней между', teller: 'Кто сообщил',
  sameNone: 'Других обязательств, сопоставленных с этим, нет. Сопоставить их может событие реестра commitment.mapped.',
  sameLead: 'Согласно реестру, это то же обещание:',
};
