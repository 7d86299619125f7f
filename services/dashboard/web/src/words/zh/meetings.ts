import { count, span } from '../../say';
import type { Section } from '../../language';

export const meetings: Section<'meetings'> = {
  title: '会议',
  deck: '作出承诺并再次审视承诺的地方：世界大会，以及各区域在其间所做的事。',
  lanes: '前后相继',
  lanesHint: '线从一次会议引向承接其建议的会议，或其指明的下次会议。',
  world: '所有国家',
  list: '按时间排列的全部会议',
  count: (n: number) => `${count(n)} 次会议`,
  when: '时间', what: '会议', where: '地点', whose: '适用区域', adopted: '通过', follows: '承接', pack: '文件包', nextAfter: '其后',
  days: (from: string, to: string) => span(from, to),
  spot: (place: string, title: string, from: string, to: string) => `${place}：${title}，${span(from, to)}`,
  state: { announced: '已宣布', under_way: '进行中', held: '' },
  picture: (n: number) => `时间轴上标出 ${count(n)} 次会议；下表逐一列出。`,
  nothing: '–',
  untold: '没有人说明时间或地点。',
  empty: '没有人向账簿陈述会议。受托召集者的“召集会议”行为会列在这里。',
};
