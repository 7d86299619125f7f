import type { Section } from '../../language';
import { day as on } from './days';

export const signs: Section<'signs'> = {
  met: { letter: 'В', label: 'Выполнено', meaning: 'Все доказательства есть, в срок или без срока' },
  met_late: { letter: 'ВП', label: 'Выполнено с опозданием', meaning: 'Все доказательства есть, часть – после срока' },
  in_progress: { letter: 'И', label: 'Идёт работа', meaning: 'Часть доказательств есть; срок не прошёл' },
  lapsed: { letter: 'У', label: 'Утратило силу', meaning: 'Было выполнено; основание отпало' },
  overdue: { letter: 'П', label: 'Просрочено', meaning: 'Срок прошёл, записанного недостаточно' },
  overdue_silent: { letter: 'П', label: 'Просрочено, нет данных', meaning: 'Срок прошёл, ничего не записано' },
  open_told: { letter: 'З', label: 'Есть записи, не выполнено', meaning: 'Записанного недостаточно; срок не прошёл' },
  silent: { letter: '·', label: 'Нет данных', meaning: 'Ничего не записано. Это не значит «нет»' },
  since: (day: string) => `с ${on(day)}`,
  disputed: 'оспаривается',
  toldBy: { authority: 'сообщает уполномоченный источник', monitor: 'сообщает орган мониторинга', other: 'сообщают другие' },
  standing: { authority: 'уполномоченный источник', monitor: 'орган мониторинга', other: 'другие' },
  join: ', ',
  whoTells: 'Черта под знаком показывает, кто сообщил:',
  authorityLong: 'уполномоченный источник (правительство, депозитарий)',
  monitorLong: 'орган мониторинга',
  otherLong: 'другие',
  whatMeans: 'Что означает каждый знак',
};
