import { date } from '../../say';
import type { Section } from '../../language';

export const signs: Section<'signs'> = {
  met: { letter: '成', label: '已履行', meaning: '证据齐全，按时或没有期限' },
  met_late: { letter: '迟', label: '迟延履行', meaning: '证据齐全，部分在期限之后' },
  in_progress: { letter: '进', label: '进行中', meaning: '有部分证据；期限未过' },
  lapsed: { letter: '失', label: '已失效', meaning: '曾经履行；使其得以履行的事项已终止' },
  overdue: { letter: '逾', label: '逾期', meaning: '期限已过，所记录的内容不足以证明履行' },
  overdue_silent: { letter: '逾', label: '逾期且无证据', meaning: '期限已过，没有任何记录' },
  open_told: { letter: '记', label: '有记录，未履行', meaning: '所记录的内容不足以证明履行；期限未过' },
  silent: { letter: '·', label: '无证据', meaning: '没有任何记录。这不等于“没有”' },
  since: (day: string) => `自${date(day)}`,
  disputed: '有争议',
  toldBy: { authority: '由主管方陈述', monitor: '由监测方陈述', other: '由其他方陈述' },
  standing: { authority: '主管方', monitor: '监测方', other: '其他方' },
  join: '，',
  whoTells: '标志下的线表示由谁陈述：',
  authorityLong: '该事项的主管方（政府、保存人）',
  monitorLong: '监测方',
  otherLong: '其他方',
  whatMeans: '各标志的含义',
};
