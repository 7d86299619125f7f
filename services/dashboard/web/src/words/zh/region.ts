import { count, date } from '../../say';
import type { Section } from '../../language';

export const region: Section<'region'> = {
  adopted: (name: string, day: string | null, place: string | null) => `${name}${day ? `，${date(day)}${place ? `在 ${place} ` : ''}通过` : ''}。`,
  size: (commitments: number, countries: number) => `${count(commitments)} 项承诺，${count(countries)} 个国家。`,
  inNumbers: '数字一览',
  empty: '所示日期本区域没有国家，或本框架没有承诺。',
  lead: (total: number, told: number, disputed: number) => `每个国家每项承诺计一项，共 ${count(total)} 项，${told === 0 ? '均无记录' : `其中 ${count(told)} 项有记录`}${disputed ? `；${count(disputed)} 项有争议` : ''}。`,
  csv: '这些数字的 CSV',
  matrix: '各国情况',
  hint: '点开标志可查看其证据；点开国家名称或承诺编号可进入其页面。',
  toMap: '在地图上显示这项承诺',
  dueOn: (day: string) => `期限：${date(day)}`,
  noDue: '没有期限',
  arrange: { label: '矩阵的排列', group: '分组', byTheme: '按主题', byDue: '按期限', countries: '国家', byName: '按名称', byMet: '按履行数', signs: '标志', usual: '常规', large: '大号（会场用）', show: '另显示' },
  keys: '方向键在标志间移动，回车键打开。',
  scroll: '矩阵，可滚动',
  commitment: '承诺',
  due: (day: string) => `期限：${date(day)}。`,
  noneYet: '尚无证据',
  themeTold: (met: number, late: number, any: number) => `${count(met)} 项已履行${late ? `，其中 ${count(late)} 项迟延` : ''}；${count(any)} 项有记录`,
};
