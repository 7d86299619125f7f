import type { Section, Words } from '../../language';

const kinds: Words['terms']['kinds'] = {
  states: 'государства', government: 'правительство', local_government: 'местные власти', intergovernmental: 'межправительственный орган', international_ngo: 'международная НПО',
  national_ngo: 'национальная НПО', private_sector: 'компания', youth_committee: 'молодёжный комитет', academic: 'научное учреждение', professional_body: 'профессиональное объединение',
  depositary: 'депозитарий', secretariat: 'секретариат', treaty_body: 'договорный орган', media: 'СМИ', community: 'община', regional_body: 'региональный орган', observer: 'наблюдатель',
  all: 'все', companies: 'компании', donors: 'доноры', financial_institutions: 'банки и платёжные службы', intergovernmental_bodies: 'межправительственные органы', internet_providers: 'интернет-провайдеры',
  ngos: 'НПО', tourism_companies: 'туристические компании', universities: 'университеты', young_people: 'молодёжь',
};
const types: Words['terms']['types'] = {
  'agreement.ended': 'соглашение прекращено', 'agreement.signed': 'соглашение подписано', 'claim.corroborated': 'сообщение подтверждено', 'claim.disputed': 'сообщение оспорено',
  'code_of_conduct.reported': 'отчёт по Кодексу поведения', 'code_of_conduct.signed': 'Кодекс поведения подписан', 'code_of_conduct.withdrawn': 'подпись под Кодексом поведения отозвана',
  'commitment.amended': 'обязательство изменено', 'commitment.defined': 'обязательство определено', 'commitment.mapped': 'обязательства сопоставлены', 'commitment.superseded': 'обязательство заменено', 'commitment.unmapped': 'сопоставление обязательств снято',
  'country.registered': 'страна внесена', 'credential.issued': 'доступ выдан', 'credential.revoked': 'доступ отозван', 'data_collection.established': 'сбор данных налажен',
  'declaration.adopted': 'декларация принята', 'declaration.left': 'выход из декларации', 'event.corrected': 'исправление', 'event.retracted': 'отзыв сообщения',
  'focal_point.designated': 'координатор назначен', 'focal_point.ended': 'мандат координатора прекращён', 'framework.amended': 'документ изменён', 'framework.defined': 'документ определён',
  'hotline.closed': 'горячая линия закрыта', 'hotline.opened': 'горячая линия открыта', 'indicator.reported': 'показатель сообщён', 'instrument.amended': 'запись о договоре изменена', 'instrument.defined': 'договор внесён',
  'ledger.described': 'реестр описан', 'legislation.enacted': 'закон принят', 'legislation.repealed': 'закон отменён',
  'meeting.agenda_set': 'повестка дня утверждена', 'meeting.concluded': 'совещание завершено', 'meeting.contribution_made': 'выступление на совещании', 'meeting.convened': 'совещание созвано',
  'meeting.participant_registered': 'делегация зарегистрирована', 'meeting.recommendation_adopted': 'рекомендация принята', 'membership.ended': 'выход из региона', 'membership.started': 'вхождение в регион',
  'participation.reported': 'сообщение об участии молодёжи', 'plan.adopted': 'план принят', 'plan.ended': 'план завершён', 'plan.evaluated': 'план оценён', 'plan.revised': 'план пересмотрен',
  'programme.ended': 'программа завершена', 'programme.reported': 'отчёт о программе', 'programme.started': 'программа начата', 'progress.reported': 'сообщение о ходе выполнения', 'protection_system.evaluated': 'система защиты оценена',
  'rapporteur.appointed': 'докладчик назначен', 'rapporteur.ended': 'мандат докладчика прекращён', 'recommendation.received': 'рекомендация получена', 'referral_mechanism.mapped': 'механизм перенаправления описан',
  'region.amended': 'регион изменён', 'region.defined': 'регион определён', 'research.published': 'исследование опубликовано', 'resources.committed': 'средства выделены', 'safeguard.deployed': 'мера защиты введена',
  'stakeholder.amended': 'запись об участнике изменена', 'stakeholder.ended': 'участник прекратил деятельность', 'stakeholder.registered': 'участник внесён', 'taskforce.established': 'целевая группа создана', 'training.delivered': 'обучение проведено',
  'treaty.declaration_made': 'заявление к договору', 'treaty.denounced': 'договор денонсирован', 'treaty.ratified': 'ратификация договора или присоединение', 'treaty.signed': 'договор подписан', 'trend.reported': 'сообщение о тенденции',
  'youth_committee.ended': 'молодёжный комитет упразднён', 'youth_committee.established': 'молодёжный комитет создан',
};
const members: Words['terms']['members'] = {
  adopted_on: 'Принят', status_on: 'Положение на', runs_until: 'Действует до', covers: 'Охват', has_indicators: 'С показателями', scope: 'Уровень', status: 'Сказано', commitment: 'Обязательство', framework: 'Документ', frameworks: 'Документы',
  instrument: 'Договор', form: 'Форма', deposited_on: 'Сдано на хранение', signed_on: 'Подписан', designated_on: 'Назначен', citation: 'Источник', scheme: 'Шкала', scheme_status: 'По этой шкале',
};
export const terms: Section<'terms'> = {
  kinds, types, members,
  treatyRatified: (instrument: string) => `ратификация договора ${instrument} или присоединение к нему`,
  planAdopted: (framework: string, withIndicators: boolean) => 'принятие плана' + (framework ? `, охватывающего «${framework}»` : '') + (withIndicators ? ', с показателями' : ''),
  declarationAdopted: (framework: string) => (framework ? `принятие документа «${framework}»` : 'принятие декларации'),
};
