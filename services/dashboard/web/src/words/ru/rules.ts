// See ../en/rules.ts.
import { date, listed, plural } from '../../say';
import type { Section, Words } from '../../language';
import { stop } from './days';

const quoted = (framework: string) => `«${framework}»`;
const acts: Words['rules']['acts'] = {
  'treaty.ratified': ({ instrument }) => `ратификация договора ${instrument} или присоединение к нему`,
  'treaty.signed': ({ instrument }) => `подписание договора ${instrument}`,
  'declaration.adopted': ({ framework }) => (framework ? `принятие документа ${quoted(framework)}` : 'принятие декларации'),
  'plan.adopted': ({ framework }) => (framework ? `принятие плана, охватывающего ${quoted(framework)}` : 'принятие плана'),
  'plan.evaluated': () => 'оценка плана',
  'focal_point.designated': ({ framework }) => (framework ? `назначение координатора по документу ${quoted(framework)}` : 'назначение координатора'),
  'rapporteur.appointed': () => 'назначение докладчика или омбудсмена',
  'data_collection.established': ({ framework }) => (framework ? `организация сбора данных по документу ${quoted(framework)}` : 'организация сбора данных'),
  'indicator.reported': () => 'сообщение о показателе',
  'research.published': () => 'публикация исследования',
  'youth_committee.established': () => 'создание молодёжного комитета',
  'participation.reported': () => 'сообщение об участии молодёжи',
  'legislation.enacted': () => 'принятие закона',
  'agreement.signed': () => 'подписание соглашения',
  'referral_mechanism.mapped': () => 'описание механизма перенаправления',
  'protection_system.evaluated': () => 'оценка системы защиты',
  'taskforce.established': () => 'создание целевой группы',
  'hotline.opened': () => 'открытие горячей линии',
  'training.delivered': () => 'проведение обучения',
  'resources.committed': ({ framework }) => (framework ? `выделение денежных или иных средств на ${quoted(framework)}` : 'выделение денежных или иных средств'),
  'programme.started': () => 'начало программы',
  'programme.reported': () => 'отчёт о программе',
  'code_of_conduct.signed': ({ framework }) => (framework ? `подписание кодекса поведения ${quoted(framework)}` : 'подписание кодекса поведения'),
  'code_of_conduct.reported': () => 'годовой отчёт по кодексу поведения',
  'safeguard.deployed': () => 'введение меры защиты',
  'trend.reported': () => 'сообщение о тенденции',
  'progress.reported': () => 'сообщение о ходе выполнения',
};
const conditions: Words['rules']['conditions'] = {
  activities: (v) => `вид работы: ${v}`,
  audience: (v) => `для кого: ${v}`,
  topics: (v) => `тема: ${v}`,
  themes: (v) => `тема: ${v}`,
  kind: (v) => `вид: ${v}`,
  rung: (v) => `со степенью участия не ниже: ${v}`,
  criteria: (v) => `критерии: ${v}`,
  members: (v) => `с участием представителя: ${v}`,
  frameworks: (v) => `для: ${v}`,
  coverage_percent: (v) => `охват: ${v} %`,
  countries: () => 'с другими странами',
  others: () => 'не только с государствами',
  disaggregated_by: () => 'с разбивкой данных',
  independent: () => 'с независимостью от правительства',
  advises_government: () => 'с консультированием правительства',
  views_of_young_people: () => 'с учётом мнений молодёжи',
  evaluated: () => 'с оценкой',
  least_sentence_months: () => 'с установленным минимальным наказанием',
  recommended_measures: () => 'с рекомендованными мерами',
};
const values: Words['rules']['values'] = {
  prostitution_of_children: 'детская проституция', production_and_distribution: 'изготовление и распространение', child_trafficking: 'торговля детьми', possession: 'хранение',
  access_and_viewing: 'доступ и просмотр', online_solicitation: 'домогательство в Интернете', offences_without_contact: 'преступления без физического контакта', blocking_of_content: 'блокирование материалов',
  non_penalisation_of_victims: 'ненаказуемость жертв', witness_protection: 'защита свидетелей', victim_identification: 'идентификация жертв', criminal_procedure: 'уголовный процесс',
  status_of_trafficked_children: 'статус детей – жертв торговли людьми', social_protection: 'социальная защита', education: 'образование', media: 'СМИ', child_protection: 'защита детей',
  extraterritoriality: 'экстерриториальная юрисдикция', double_criminality: 'обоюдное признание деяния преступлением', definition_of_child_pornography: 'определение детской порнографии', child_labour: 'детский труд',
  offender_management: 'надзор за правонарушителями', adolescent_offenders: 'несовершеннолетние правонарушители', duties_of_companies: 'обязанности компаний', penalties: 'наказания', registration_of_addresses: 'регистрация адресов', tourism: 'туризм',
  police: 'полиция', customs: 'таможня', prosecutors: 'прокуроры', judges: 'судьи', lawyers: 'юристы', officials: 'должностные лица', teachers: 'учителя', parents: 'родители', caregivers: 'лица, заботящиеся о детях',
  social_workers: 'социальные работники', health_workers: 'медицинские работники', community_leaders: 'лидеры общин', young_people: 'молодёжь', tourism_staff: 'работники туризма', technology_staff: 'работники технологических компаний', finance_staff: 'работники финансовой сферы',
  memorandum_of_understanding: 'меморандум о взаимопонимании', bilateral_treaty: 'двусторонний договор', multilateral_agreement: 'многостороннее соглашение', police_cooperation: 'сотрудничество полиции', partnership: 'партнёрство',
  helpline: 'телефон доверия', content_reporting: 'приём сообщений о материалах', tourism_reporting: 'приём сообщений в туризме', ombudsperson: 'омбудсмен', children_commissioner: 'уполномоченный по правам ребёнка',
  content_blocking: 'блокирование материалов', payment_refusal: 'отказ в платежах', contact_filtering: 'фильтрация контактов', age_verification: 'проверка возраста', search_warnings: 'предупреждения при поиске',
  policy: 'политика', plan: 'план', legislation: 'закон', monitoring: 'мониторинг', research: 'исследование', services: 'услуги',
  assigned_but_informed: 'получили задачу и знают зачем', consulted_and_informed: 'опрошены и осведомлены', adult_initiated_shared_decisions: 'общие решения по инициативе взрослых',
  child_initiated_and_directed: 'начато и ведётся детьми', child_initiated_shared_decisions: 'общие решения по инициативе детей',
  participation: 'участие', prevention: 'предупреждение', protection: 'защита', recovery: 'восстановление', legal: 'право', online: 'Интернет', trafficking: 'торговля людьми', 'private-sector': 'частный сектор',
  government: 'правительство', 'private sector': 'частный сектор', companies: 'компании', business: 'бизнес', 'civil society': 'гражданское общество', NGOs: 'НПО',
  met: 'выполнено', partly_met: 'выполнено частично',
};
const actors: Words['rules']['actors'] = {
  states: 'государства', ngos: 'неправительственные организации', companies: 'компании', intergovernmental_bodies: 'межправительственные органы', all: 'все', tourism_companies: 'компании в сфере туризма',
  universities: 'университеты', internet_providers: 'интернет-провайдеры', media: 'СМИ', young_people: 'молодёжь', donors: 'доноры', financial_institutions: 'финансовые учреждения',
};

// "no older than" takes the genitive.
const ages: Record<string, (n: number) => string> = {
  days: (n) => plural(n, { one: '# дня', few: '# дней', many: '# дней', other: '# дня' }),
  months: (n) => plural(n, { one: '# месяца', few: '# месяцев', many: '# месяцев', other: '# месяца' }),
  years: (n) => plural(n, { one: '# года', few: '# лет', many: '# лет', other: '# года' }),
};

export const rules: Section<'rules'> = {
  acts, conditions, values, actors,
  withConditions: (act: string, conditionsSaid: string[]) => (conditionsSaid.length > 0 ? `${act}, ${conditionsSaid.join(', ')}` : act),
  indicators: 'с показателями',
  standing: { authority: 'по сообщению уполномоченного источника', monitor: 'по сообщению органа мониторинга или уполномоченного источника', other: '' },
  lasts: (n: number, unit: string) => `давностью не более ${ages[unit]?.(n) ?? `${n} ${unit}`}`,
  allOf: 'Выполнено, когда сообщено и остаётся в силе всё это:', oneOf: 'Выполнено, когда сообщено и остаётся в силе:',
  partly: 'Работа идёт, когда сообщено хотя бы одно:',
  onlyReport: 'Никакое отдельное действие этого не докажет. Выполнение засчитывается только по отчёту, в котором это сказано.',
  reportToo: 'Засчитывается и отчёт, в котором это сказано; если основание – отчёт, это указано.',
  due: (day: string) => stop(`Срок: ${date(day)}`),
  noDue: 'Срок не установлен.',
  saidOf: (who: string[], paragraph: string) => `Обращено к: ${listed(who)}; ${paragraph}.`,
};
