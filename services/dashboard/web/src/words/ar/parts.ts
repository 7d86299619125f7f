import type { Section } from '../../language';

export const parts: Section<'parts'> = {
  sortBy: (column: string) => `ترتيب بحسب «${column}»`,
  showAll: 'عرض الكل',
  asTable: 'الأرقام في جدول',
  year: 'السنة',
  day: 'اليوم',
  contents: 'في هذه الصفحة',
};
