import { plural } from '../../say';
import type { Section } from '../../language';

export const organisation: Section<'organisation'> = {
  deck: (kind: string) => `Записана в реестре как: ${kind}.`,
  invented: 'Для показа и проверки: ни этой организации, ни её действий не существует.',
  told: 'В этом реестре',
  said: 'Всё, что она сообщила, начиная с последнего',
  home: 'Страна',
  homeNowhere: 'Без одной страны',
  activeIn: 'Работает в',
  speaksOf: 'Вправе сообщать о',
  everywhere: 'Все страны и регионы',
  onlyItself: (government: boolean): string => (government ? 'Своя страна' : 'Только о себе'),
  duties: 'Обязанности',
  duty: { depositary: 'Депозитарий', monitor: 'Мониторинг', convenor: 'Созыв совещаний', co_organiser: 'Соорганизатор', registrar: 'Регистратор этого реестра' },
  dutyOf: ': ',
  since: 'Известна с',
  until: 'Прекращена',
  before: 'До неё',
  after: 'Преемник',
  promises: 'Что она должна выполнить',
  noPromises: 'На показанный день ни в одном документе нет обязательств для организаций её вида. Они появятся здесь с таким документом.',
  promisesOfCountry: (country: string) => `Обязательства правительства – на странице его страны: ${country}.`,
  withoutEvidence: (n: number) => plural(n, { one: '# обещание без доказательств', few: '# обещания без доказательств', many: '# обещаний без доказательств', other: '# обещания без доказательств' }),
  programmes: 'Программы: ведёт или сообщает',
  noProgrammes: 'О её программах не сообщено. Здесь стояло бы её сообщение о начале программы: где и какая работа.',
  code: 'Кодекс поведения',
};
