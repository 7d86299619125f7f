import { count, date } from '../../say';
import type { Section } from '../../language';

export const mandates: Section<'mandates'> = {
  title: (region: string) => `${region}的协调人`,
  deck: '各国由谁主管，由谁报告，青年在何处设有自己的委员会。这里不显示任何个人及其联系方式：有权知悉的利益攸关方登录后可通过 API 获取。',
  focalPoints: '协调人',
  rapporteurs: '报告员和监察员',
  youthCommittees: '青年委员会',
  lead: (having: number, of: number) => (having === 0 ? `据记录，所示日期 ${count(of)} 个国家均未设。` : having === of ? `所示日期 ${count(of)} 个国家均已设。` : `所示日期 ${count(of)} 个国家中 ${count(having)} 个已设。`),
  withoutLead: (n: number) => (n === 0 ? '' : `据记录，${count(n)} 个国家未设：`),
  fillFocal: '没有人陈述这里的协调人。政府或监测方的 focal_point.designated 事件会填补这里。',
  fillRapporteur: '没有人陈述这里的报告员或监察员。rapporteur.appointed 事件会填补这里。',
  fillYouth: '没有人陈述这里的青年委员会。youth_committee.established 事件会填补这里。',
  state: '状态', show: '哪些任期', live: '现行', all: '历来全部',
  overTimeHint: '实心：现行。虚线：已到期。细线：已结束。表中为现行的；选择“历来全部”可逐一阅读。',
  overTimeSays: (n: number, day: string) => `以横条表示 ${count(n)} 个国家或区域的任期，截至${date(day)}。`,
  states: { live: '现行', lapsed: '已到期', ended: '已结束' },
  country: '国家', office: '部门', institution: '机构', committee: '委员会', since: '起始日期', until: '截止日期', frameworks: '负责框架', kind: '种类', independent: '独立', advises: '向政府提供咨询', toldBy: '陈述者',
  ofRegion: '区域本身',
  allFrameworks: '不限',
  called: (place: string, year: string) => `${place} ${year}`,
  vacantSince: (day: string) => `自${date(day)}起空缺`,
  contactHeld: '存有联系方式',
  yes: '是', no: '否', notSaid: '未说明',
  kinds: { national_rapporteur: '国家报告员', ombudsperson: '监察员', children_commissioner: '儿童事务专员', equivalent_mechanism: '同等机制' },
};
