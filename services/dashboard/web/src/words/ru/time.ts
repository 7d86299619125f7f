import { date, plural, yearOf } from '../../say';
import type { Section } from '../../language';
import { when } from './days';
import { commitments } from './nouns';

export const time: Section<'time'> = {
  both: 'Обе шкалы времени',
  another: 'Выбрать другой день или то, что было известно тогда',
  adopted: (place: string | null) => (place ? `${place}: принято` : 'принято'),
  adoptedLong: (place: string | null, day: string) => (place ? `${place}: принято ${when(day)}` : `Принято ${when(day)}`),
  due: (day: string) => `срок ${yearOf(day)}`,
  dueLong: (day: string, n: number) => `Срок ${date(day)}: ${commitments(n)}`,
  meeting: (place: string) => place,
  meetingLong: (title: string, day: string) => `${title}, ${date(day)}`,
  play: 'Показ с 1996 года',
  playOn: 'Показ отсюда',
  pause: 'Пауза',
  back: (mark: string) => `Назад: ${mark}`,
  forward: (mark: string) => `Вперёд: ${mark}`,
  noneBefore: 'Более ранних отметок нет',
  noneAfter: 'Более поздних отметок нет',
  pin: 'закрепить',
  pinMeans: 'Сохраняет в адресе день и позицию реестра, чтобы ссылка всегда показывала одно и то же',
  pinned: (records: number) => `Закреплено: ${plural(records, { one: records === 1 ? 'учитывается только первая запись' : 'учитываются только первые # запись', few: 'учитываются только первые # записи', many: 'учитываются только первые # записей', other: 'учитываются только первые # записи' })} реестра, что бы ни поступило позже. Этот адрес всегда показывает одно и то же, байт в байт.`,
  pinnedClock: (records: number) => plural(records, { one: records === 1 ? 'первой записи реестра' : 'первым # записи реестра', few: 'первым # записям реестра', many: 'первым # записям реестра', other: 'первым # записи реестра' }),
  begunToday: 'Этот реестр открыт сегодня; ранее в нём ничего не было.',
  copy: 'Копировать ссылку',
  copied: 'Скопировано.',
  notCopied: 'Браузер этого не разрешает; скопируйте адрес из адресной строки.',
};
