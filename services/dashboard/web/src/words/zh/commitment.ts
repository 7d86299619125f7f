import { count, date } from '../../say';
import type { Section } from '../../language';

export const commitment: Section<'commitment'> = {
  unknown: (id: string) => `本账簿所知的框架中没有承诺 ${id}。`,
  sections: { rule: '怎样算履行', who: '谁已履行', time: '历年情况', late: '从行为到获悉', same: '别处的同一承诺' },
  supersededBy: '此后由另一承诺取代：',
  supersededOn: (day: string) => `（自${date(day)}）`,
  fromMeeting: '它源自某次会议的建议。',
  itself: (status: string) => `区域自身作为一个主体：${status}。`,
  neighbours: '前后的承诺', before: (no: string) => `${no}，前一项`, after: (no: string) => `${no}，后一项`,
  otherRegion: (region: string) => `这项承诺在另一区域作出：${region}。`,
  lead: (met: number, of: number, told: number, overdue: number) =>
    `${count(of)} 个国家中 ${count(met)} 个已履行${overdue > 0 ? `；${count(overdue)} 个逾期` : ''}；${told === 0 ? '均无记录' : `${count(told)} 个有记录`}。`,
  none: '所示日期本区域没有国家，或这项承诺由其他方履行。',
  whoHint: '点开某国的标志可查看其证据。',
  more: (name: string) => `${name}为何如此`,
  timeHint: '每年年底的情况，依据上述时刻的所知。',
  timeSays: (from: string, until: string) => `每年一列，从${date(from)}到${date(until)}，显示各状态的国家数。`,
  dueMark: (day: string) => `期限：${date(day)}`,
  tooEarly: '所示日期早于承诺：尚无历年情况可显示。',
  lateLead: (acts: number, median: number, ninth: number) => `从行为之日到账簿获悉之日：${count(acts)} 项行为的中位数为 ${count(median)} 天，十分之九不超过 ${count(ninth)} 天。`,
  lateHint: '只载明年份或月份的，从其最后一日算起。事后很久才导入的，按导入之日计算。',
  lateNone: '本区域没有关于这项承诺的记录。由有资格者陈述的行为或报告会填补这里。',
  country: '国家', act: '内容', on: '日期', learned: '获悉', days: '相隔天数', teller: '陈述者',
  sameNone: '没有其他承诺与之对应。登记事件 commitment.mapped 可建立对应。',
  sameLead: '按登记视为同一承诺：',
};
