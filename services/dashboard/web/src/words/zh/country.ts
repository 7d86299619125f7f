import { count, date } from '../../say';
import type { Section } from '../../language';

export const country: Section<'country'> = {
  deck: (frameworks: number) => `该国在 ${count(frameworks)} 个框架中作出的承诺，以及有关记录。`,
  invented: '供展示和测试：该国及其任何行为均不存在。',
  none: '所示日期没有框架涉及该国。该国如通过某个框架，或成为设有框架的区域的成员，就会列在这里。',
  commitments: (n: number) => `${count(n)} 项承诺`,
  number: '编号', commitment: '承诺', due: '期限', status: '状态', since: '起始日期', toldBy: '陈述者',
  sections: {
    numbers: '数字一览', cells: '逐项承诺', plans: '计划', treaties: '条约', focalPoints: '协调人', rapporteurs: '报告员和监察员',
    youthCommittees: '青年委员会', programmes: '方案', due: '将到期和逾期事项', youth: '青年与政府看法对照', recommendations: '收到的建议',
  },
  framework: '框架', all: '承诺',
  numbersLead: (total: number, met: number, overdue: number, told: number) => `${count(total)} 项承诺中，${count(met)} 项已履行；${count(overdue)} 项逾期；${told === 0 ? '均无记录' : `${count(told)} 项有记录`}。`,
  inFull: '承诺全文',
  treaties: {
    fill: '没有关于该国的任何条约记录。保存人陈述的条约行动会填补这里。',
    treaty: '条约', silent: '该国没有以下条约的记录：', made: (day: string) => `作出于${date(day)}`, withdrawn: (day: string) => `撤回于${date(day)}`,
  },
  programmes: {
    fill: '没有人陈述这里的方案。指明该国的 programme.started 事件会填补这里。',
    programme: '方案', does: '内容', started: '开始', until: '实施至', state: '状态', reached: '最近报告',
    states: { live: '现行', run_out: '已到期', ended: '已结束' }, regionWide: '全区域', noReport: '没有报告',
    people: (n: number, day: string) => `惠及 ${count(n)} 人，陈述于${date(day)}`, reported: (day: string) => `报告于${date(day)}`,
  },
  reminders: {
    fill: '据记录，没有逾期事项，一年内也没有到期事项。',
    lead: (due: number, overdue: number) => `${count(overdue)} 项逾期；一年内到期 ${count(due)} 项。`,
    day: '日期', what: '内容', kind: '种类', state: '状态', incharge: '主管部门', states: { due: '将到期', overdue: '逾期' },
    earlier: (n: number, first: string) => `另有更早的 ${count(n)} 项，最早一项期限为${date(first)}`,
    feed: '订阅', calendar: '日历',
    kinds: { commitment: '承诺', plan: '计划', focal_point: '协调人', rapporteur: '报告员', agreement: '协定', code_of_conduct: '行为守则' },
  },
  youth: {
    fill: '没有青年机构就这些承诺作过陈述。其报告，或其对政府陈述的佐证或质疑，会与政府陈述并列于此。',
    lead: (both: number, differ: number, youthOnly: number, government: number) => `双方都谈到 ${count(both + differ)} 项，其中 ${count(differ)} 项不一致；只有青年谈到的 ${count(youthOnly)} 项，只有政府谈到的 ${count(government)} 项。`,
    government: '政府陈述', youth: '青年陈述', agreement: '对照', silent: '没有陈述',
    agreements: { same: '一致', differs: '不一致', youth_silent: '只有政府陈述', government_silent: '只有青年陈述', both_silent: '双方均未陈述' },
    says: { corroborates: '予以佐证', disputes: '提出质疑' },
  },
  recommendations: { fill: '没有普遍定期审议或其他机构向该国所提建议的记录。导入审议建议会填补这里。', day: '日期', what: '所记录内容', record: '记录' },
};
