import { plural } from '../../say';
import type { Section } from '../../language';

export const live: Section<'live'> = {
  live: 'Онлайн',
  joining: 'Подключение…',
  lost: 'Связь потеряна',
  paused: 'Не онлайн',
  refused: 'Не онлайн',
  follow: 'Следить онлайн',
  pause: 'Пауза',
  toPresent: 'Показать на сегодня',
  held: 'Эта страница показывает более ранний день или момент; нового здесь не будет.',
  lastEvent: (ago: string) => `Последнее событие поступило ${ago}.`,
  noneYet: 'С начала наблюдения событий не поступало.',
  heard: (ago: string) => `Последний ответ сервера – ${ago}.`,
  empty: 'Всё, что сообщает партнёр, появляется здесь в течение секунды после принятия.',
  fallenOut: (n: number) => plural(n, {
    one: '# более раннее событие здесь уже не показано; обновите страницу, чтобы увидеть его на своём месте.', few: '# более ранних события здесь уже не показаны; обновите страницу, чтобы увидеть их на своём месте.',
    many: '# более ранних событий здесь уже не показано; обновите страницу, чтобы увидеть их на своём месте.', other: '# более раннего события здесь уже не показано; обновите страницу.',
  }),
  arrived: (shown: string, n: number) => plural(n, { one: `${shown} новое событие:`, few: `${shown} новых события, последнее:`, many: `${shown} новых событий, последнее:`, other: `${shown} нового события, последнее:` }),
  toldBy: (name: string, standing: string) => `сообщает ${name} (${standing})`,
  record: (position: string) => `запись ${position}`,
  about: (relation: string, what: string) => `${relation} ${what}`,
  since: (type: string, position: string) => `с тех пор: ${type}, ${position}`,
  relations: {
    corrects: 'исправляет', retracts: 'отзывает', corroborates: 'подтверждает', disputes: 'оспаривает', ends: 'прекращает', revises: 'пересматривает', evaluates: 'оценивает',
    reports_on: 'отчёт о записи', withdraws: 'снимает',
  },
};
