import type { Section } from '../../language';

export const parts: Section<'parts'> = {
  sortBy: (column: string) => `按“${column}”排序`,
  showAll: '全部显示',
  asTable: '以表格显示数字',
  year: '年份',
  day: '日期',
  contents: '本页内容',
};
