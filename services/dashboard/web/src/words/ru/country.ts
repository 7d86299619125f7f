import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { when } from './days';
import { commitments, ofPromises, people } from './nouns';

export const country: Section<'country'> = {
  deck: (frameworks: number) => `Что страна обещала и что об этом записано: ${plural(frameworks, { one: '# документ', few: '# документа', many: '# документов', other: '# документа' })}.`,
  invented: 'Для демонстрации и проверки: ни этой страны, ни её действий не существует.',
  none: 'На указанную дату ни один документ не обращён к этой стране. Она появится здесь, если примет документ или войдёт в регион, у которого он есть.',
  commitments: (n: number) => commitments(n),
  number: '№', commitment: 'Обязательство', due: 'Срок', status: 'Состояние', since: 'С', toldBy: 'Кто сообщил',
  sections: {
    numbers: 'В цифрах', cells: 'По обещаниям', plans: 'Планы', treaties: 'Договоры', focalPoints: 'Координаторы', rapporteurs: 'Докладчики и омбудсмены',
    youthCommittees: 'Молодёжные комитеты', programmes: 'Программы', due: 'Сроки и просрочки', youth: 'Взгляд молодёжи и взгляд правительства', recommendations: 'Полученные рекомендации',
  },
  framework: 'Документ', all: 'Обязательства',
  numbersLead: (total: number, met: number, overdue: number, told: number) =>
    `Из ${ofPromises(total)} выполнено: ${count(met)}; просрочено: ${count(overdue)}; ${told === 0 ? 'ни по одному ничего не записано' : `записи есть по ${count(told)}`}.`,
  inFull: 'Обещание полностью',
  treaties: {
    fill: 'По этой стране о договорах ничего не записано. Этот раздел заполнят сообщения депозитария о договорных действиях.',
    treaty: 'Договор', silent: 'По этой стране ничего не записано о договорах:', made: (day: string) => `сделано ${when(day)}`, withdrawn: (day: string) => `снято ${when(day)}`,
  },
  programmes: {
    fill: 'О программах здесь никто не сообщил. Этот раздел заполнит событие programme.started, в котором названа эта страна.',
    programme: 'Программа', does: 'Что делает', started: 'Начата', until: 'До', state: 'Состояние', reached: 'Последний отчёт',
    states: { live: 'Действует', run_out: 'Срок истёк', ended: 'Завершена' }, regionWide: 'весь регион', noReport: 'отчётов нет',
    people: (n: number, day: string) => `охвачено ${people(n)}, сообщено ${when(day)}`, reported: (day: string) => `отчёт: ${date(day)}`,
  },
  reminders: {
    fill: 'По имеющимся записям просрочек нет, и в течение года ни один срок не наступает.',
    lead: (due: number, overdue: number) => `Просрочено: ${count(overdue)}; срок в течение года: ${count(due)}.`,
    day: 'День', what: 'Что', kind: 'Вид', state: 'Состояние', incharge: 'Кто отвечает', states: { due: 'срок впереди', overdue: 'просрочено' },
    earlier: (n: number, first: string) => `${plural(n, { one: 'и ещё # более ранний срок', few: 'и ещё # более ранних срока', many: 'и ещё # более ранних сроков', other: 'и ещё # более раннего срока' })}, первый: ${date(first)}`,
    feed: 'в виде ленты', calendar: 'в виде календаря',
    kinds: { commitment: 'Обязательство', plan: 'План', focal_point: 'Координатор', rapporteur: 'Докладчик', agreement: 'Соглашение', code_of_conduct: 'Кодекс поведения' },
  },
  youth: {
    fill: 'Молодёжные органы об этих обещаниях ничего не сообщали. Здесь, рядом с сообщениями правительства, приводились бы их отчёты, подтверждения или возражения.',
    lead: (both: number, differ: number, youthOnly: number, government: number) =>
      `Высказались обе стороны: ${count(both + differ)}, из них расходятся: ${count(differ)}; только молодёжь: ${count(youthOnly)}, только правительство: ${count(government)}.`,
    government: 'Сообщает правительство', youth: 'Сообщает молодёжь', agreement: 'Сопоставление', silent: 'ничего не сообщено',
    agreements: { same: 'согласны', differs: 'расходятся', youth_silent: 'сообщает только правительство', government_silent: 'сообщает только молодёжь', both_silent: 'обе стороны молчат' },
    says: { corroborates: 'подтверждает', disputes: 'оспаривает' },
  },
  recommendations: { fill: 'Для этой страны не записано рекомендаций универсального периодического обзора или иного органа. Этот раздел заполнит импорт рекомендаций обзоров.', day: 'День', what: 'Что записано', record: 'запись' },
};
