import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { days, years } from './nouns';

export const reminders: Section<'reminders'> = {
  title: (name: string) => `Сроки: ${name}`,
  deck: 'Обязательства со сроком; планы, мандаты и соглашения, срок которых истекает; годовые отчёты компаний. Должности указаны, контакты не указываются никогда.',
  choices: 'Что показано',
  whom: 'Страна', whole: 'Весь регион',
  within: 'Срок не позднее чем через',
  days: (n: number) => (n % 365 === 0 ? years(n / 365) : days(n)),
  kind: 'Вид', anyKind: 'Все виды',
  kinds: { commitment: 'обязательство', plan: 'план', focal_point: 'мандат координатора', rapporteur: 'мандат докладчика', agreement: 'соглашение', code_of_conduct: 'отчёт по Кодексу поведения' },
  office: 'Кто отвечает', anyOffice: 'Все должности', noOffice: 'Должность не названа',
  state: 'Состояние', both: 'Впереди и просрочено', due: 'Впереди', overdue: 'Просрочено',
  group: 'Группировка', byDay: 'по дням', byOffice: 'по должностям',
  lead: (due: number, overdue: number, within: string) => `Срок не позднее чем через ${within}: ${count(due)}; просрочено: ${count(overdue)}.`,
  leadDue: (due: number, within: string) => `Срок не позднее чем через ${within}: ${count(due)}.`,
  leadOverdue: (overdue: number) => `Просрочено: ${count(overdue)}.`,
  narrowed: 'Подсчитано по фильтрам выше.',
  fallsDue: 'Сроки впереди', isOverdue: 'Просрочено',
  what: 'Что', who: 'Чьё', when: 'День', howLong: 'До срока', officeHead: 'Кто отвечает', record: 'Запись',
  inDays: (n: number) => (n === 0 ? 'сегодня' : plural(n, { one: 'через # день', few: 'через # дня', many: 'через # дней', other: 'через # дня' })),
  agoDays: (n: number) => `просрочено на ${n >= 730 ? years(Math.floor(n / 365.25)) : days(n)}`,
  on: (day: string) => date(day),
  list: (n: number) => `Список (строк: ${count(n)}), с прокруткой`,
  nothingDue: (within: string) => `Ни один срок не наступает ранее чем через ${within}. Здесь до наступления срока указывались бы обязательство со сроком, план с датой окончания или срочный мандат.`,
  nothingOverdue: 'По данным реестра просрочек нет. Строка появится здесь, если срок пройдёт, а требуемое не будет сделано.',
  none: 'Ничего такого нет.',
  atom: 'Лента Atom', ics: 'Календарь (iCalendar)', csv: 'CSV',
  take: 'Тот же обновляемый список:',
  older: 'Следующие', first: 'К началу',
};
