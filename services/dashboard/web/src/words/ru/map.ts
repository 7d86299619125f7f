import { percent, plural } from '../../say';
import type { Section } from '../../language';

export const map: Section<'map'> = {
  show: 'на карте',
  choose: 'Показать на карте',
  share: 'Доля выполненных обязательств',
  country: 'Страна',
  met: 'Выполнено',
  ofAll: (n: number) => `Из ${plural(n, { one: '# обязательства', few: '# обязательств', many: '# обязательств', other: '# обязательства' })}`,
  metShare: (country: string, share: number) => `${country}: выполнено ${percent(share)}`,
  label: (counts: string) => `Карта стран региона по состоянию: ${counts}. Таблица ниже говорит то же.`,
  shareLabel: 'Карта стран региона по доле выполненных обязательств. Таблица ниже говорит то же.',
  table: 'То же, что на карте, таблицей',
  noShapes: 'Этих стран нет на карте: у вымышленного региона нет очертаний. Таблица говорит всё, что сказала бы карта.',
  missing: (names: string) => `Нет на карте: ${names}.`,
  frontiers: 'Очертания Natural Earth, упрощённые; о границах они ничего не говорят. Знак, который закрыли бы другие, вынесен в сторону на линии.',
  loading: 'Загрузка очертаний …',
};
