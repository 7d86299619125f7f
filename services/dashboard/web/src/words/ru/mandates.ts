import { count, plural } from '../../say';
import type { Section } from '../../language';
import { day as on, stop } from './days';
import { ofCountries } from './nouns';

export const mandates: Section<'mandates'> = {
  title: (region: string) => `Координаторы: ${region}`,
  deck: 'Кто отвечает за работу в каждой стране, кто о ней докладывает и где у молодёжи есть свой комитет. Имена и контакты здесь никогда не показываются: их сообщает API вошедшим в систему заинтересованным сторонам, у которых есть на это право.',
  focalPoints: 'Координаторы',
  rapporteurs: 'Докладчики и омбудсмены',
  youthCommittees: 'Молодёжные комитеты',
  lead: (having: number, of: number) => `На указанную дату есть у ${count(having)} из ${ofCountries(of)}, по имеющимся записям.`,
  withoutLead: (n: number) => (n === 0 ? '' : `Не записано ни одного для ${ofCountries(n)}:`),
  fillFocal: 'О координаторах здесь никто не сообщил. Этот раздел заполнит событие focal_point.designated от правительства или органа мониторинга.',
  fillRapporteur: 'О докладчиках и омбудсменах здесь никто не сообщил. Этот раздел заполнит событие rapporteur.appointed.',
  fillYouth: 'О молодёжных комитетах здесь никто не сообщил. Этот раздел заполнит событие youth_committee.established.',
  state: 'Состояние', show: 'Какие мандаты', live: 'Действующие', all: 'Все',
  states: { live: 'Действует', lapsed: 'Истёк', ended: 'Прекращён' },
  overTimeHint: 'Заливка: действует. Штрих: истёк. Тонкая линия: прекращён. В таблице действующие; выберите «Все», чтобы прочесть каждый.',
  overTimeSays: (n: number, day: string) => stop(`Полосы действия мандатов: ${plural(n, { one: '# страна или регион', few: '# страны или региона', many: '# стран или регионов', other: '# страны или региона' })}, по ${on(day)}`),
  country: 'Страна', office: 'Должность', institution: 'Учреждение', committee: 'Комитет', since: 'С', until: 'До', frameworks: 'За что отвечает', kind: 'Вид', independent: 'Независимость', advises: 'Консультирует правительство', toldBy: 'Кто сообщил',
  ofRegion: 'Региона в целом',
  allFrameworks: 'без ограничений',
  called: (place: string, year: string) => `${place} ${year}`,
  vacantSince: (day: string) => `вакантна с ${on(day)}`,
  contactHeld: 'контакт имеется',
  yes: 'да', no: 'нет', notSaid: 'не указано',
  kinds: { national_rapporteur: 'национальный докладчик', ombudsperson: 'омбудсмен', children_commissioner: 'уполномоченный по правам ребёнка', equivalent_mechanism: 'аналогичный механизм' },
};
