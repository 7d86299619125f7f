import { count } from '../../say';
import type { Section } from '../../language';

export const activity: Section<'activity'> = {
  title: '动态',
  deck: '账簿采纳的每一项行为，按获悉时间排列，最新的在前。被拒绝的行为只告知提交者。',
  filters: '列出内容',
  where: '地点',
  anywhere: '各地',
  country: '国家',
  anyCountry: '所有国家',
  kind: '行为种类',
  anyKind: '所有种类',
  teller: '陈述者',
  anyone: '所有人',
  clear: '清除筛选',
  list: '发生的事项',
  onPage: (n: number, more: boolean) => (more ? `本页 ${count(n)} 项；后面还有更早的。` : `${count(n)} 项，没有更早的。`),
  learnedOn: (day: string) => `获悉于${day}`,
  older: '更早',
  newest: '回到最新',
  feed: '本列表的 Atom 订阅',
  about: '符合这些筛选条件的行为一经采纳即显示在这里。',
  empty: '尚未采纳过这类行为。伙伴提交的第一项符合筛选条件的行为将成为列表的首项。',
  emptyPage: '本页没有符合筛选条件的行为，但更早的可能有。',
};
