import { date, moment, plural } from '../../say';
import type { Section } from '../../language';
import { day as on, stop } from './days';
import { days as inDays, months, years } from './nouns';

const sources = (n: number) => plural(n, { one: '# источник', few: '# источника', many: '# источников', other: '# источника' });
const after = (days: number) => (days < 60 ? inDays(days) : days < 730 ? months(Math.round(days / 30.44)) : years(Math.floor(days / 365.25)));

export const evidence: Section<'evidence'> = {
  due: (day: string) => stop(`Срок: ${date(day)}`),
  noDue: 'Срок не установлен.',
  saidOf: (actors: string, paragraph: string) => `Обращено к: ${actors}; ${paragraph}.`,
  onReport: (n: number) => `Основано на отчёте, а не на действии (${sources(n)}).`,
  onAct: (n: number) => `Основано на совершённом действии (${sources(n)}).`,
  none: 'Нет данных',
  nobody: 'Об этом обещании реестру никто ничего не сообщил. Оно тем не менее может быть выполнено.',
  nothingStands: 'Сообщённое об этом обещании отозвано; ничего другого не записано. Оно тем не менее может быть выполнено.',
  wouldFill: 'Чем это подтвердить:',
  onlyReport: 'Никакое отдельное действие этого не докажет. Это подтвердит отчёт о ходе выполнения от правительства, органа мониторинга или иного источника.',
  title: 'Доказательства в порядке поступления',
  toCommitment: 'Кто ещё это обещал и кто выполнил',
  voices: (n: number) => plural(n, { one: 'Что говорит # заинтересованная сторона', few: 'Что говорят # заинтересованные стороны', many: 'Что говорят # заинтересованных сторон', other: 'Что говорят # заинтересованной стороны' }),
  kindAndStanding: (kind: string, standing: string) => (kind ? `${kind}; ${standing}` : standing),
  counts: { authority: 'уполномоченный источник', monitor: 'орган мониторинга', other: 'иной голос' },
  says: {
    act: 'действие', ends: 'прекращение', corrects: 'исправление', corroborates: 'подтверждает', disputes: 'оспаривает', met: 'говорит: выполнено',
    partly_met: 'говорит: выполнено частично', not_met: 'говорит: не выполнено',
  },
  asCorrected: ' (с исправлением)',
  correction: (what: string) => `Исправлено: ${what.toLowerCase()}`,
  about: (what: string) => `О чём: ${what}.`,
  speaksOf: 'Речь идёт о:',
  tells: (standing: string, learned: string, days: number | null) => stop(`${standing}; поступило ${learned}${days === null || days < 1 ? '' : `, через ${after(days)}`}`),
  correctedLater: 'Исправлено:',
  disputedLater: 'Оспорено:',
  corroboratedLater: 'Подтверждено:',
  reason: 'Указанная причина:',
  record: (position: string) => `Запись ${position}`,
  recordItself: 'Сама запись, байт в байт',
  bytes: 'Запись в JSON',
  withdrawn: 'Сообщено, затем отозвано',
  withdrawnOn: (when: string) => stop(`Отозвано; реестр узнал об этом ${when}`),
  withdrawalRecord: (position: string) => `Запись об отзыве ${position}`,
  withdrawnUnread: (most: string) => `Из отзывов, которые могут касаться этого обещания, здесь прочитаны только самые новые, не более ${most}.`,
  withdrawnAll: 'Все отзывы, касающиеся этой страны',
  organisations: (n: number) => plural(n, { one: 'От # организации, работающей здесь', few: 'От # организаций, работающих здесь', many: 'От # организаций, работающих здесь', other: 'От # организации, работающей здесь' }),
  elsewhere: 'То же обещание в других документах',
  nothing: 'ничего',
  copy: 'Копировать ссылку на эту ячейку',
  attributes: {
    specversion: 'CloudEvents', id: 'Идентификатор', source: 'Источник', type: 'Тип', subject: 'О ком или о чём', time: 'Дата события', datacontenttype: 'Содержание', dataschema: 'Схема', sequence: 'Место в дорожке',
    recordedtime: 'Поступило', partitionkey: 'Дорожка по', rollcallactor: 'Кто сообщил', rollcallstanding: 'Статус', rollcallepoch: 'Эпоха', rollcallnonce: 'Барьер', rollcallinbox: 'Место при поступлении', rollcallregistry: 'Известно записей реестра',
    rollcallpayload: 'Хеш содержания', rollcallpreparedby: 'Подготовлено', rollcallapprovedby: 'Утверждено',
  },
  asOf: (day: string, known: string) => stop(`Положение на ${on(day)}, по сведениям на ${moment(known)}`),
  json: 'То же в JSON',
  yes: 'да',
  no: 'нет',
};
