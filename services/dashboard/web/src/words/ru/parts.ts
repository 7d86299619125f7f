import type { Section } from '../../language';

export const parts: Section<'parts'> = {
  sortBy: (column: string) => `Сортировать: ${column.toLowerCase()}`,
  showAll: 'Показать все',
  asTable: 'Числа в таблице',
  year: 'Год',
  day: 'День',
  contents: 'На этой странице',
};
