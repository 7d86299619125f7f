import { count } from '../../say';
import type { Section } from '../../language';

export const live: Section<'live'> = {
  live: '实时',
  joining: '正在连接……',
  lost: '连接中断',
  paused: '非实时',
  refused: '非实时',
  follow: '实时关注',
  pause: '暂停',
  toPresent: '显示现在',
  held: '本页停在较早的日期或时刻，不会有新内容到来。',
  lastEvent: (ago: string) => `最近的事件获悉于${ago}。`,
  noneYet: '自您开始关注以来没有新事件。',
  heard: (ago: string) => `服务器最近一次应答是在${ago}。`,
  empty: '伙伴提交的内容在被采纳后一秒内显示在这里。',
  fallenOut: (n: number) => `较早的 ${count(n)} 项不再列在这里；重新读取页面可在原处看到。`,
  arrived: (shown: string, n: number) => (n === 1 ? '一项新事件：' : `${shown} 项新事件，最近一项：`),
  toldBy: (name: string, standing: string) => `由${name}陈述（${standing}）`,
  record: (position: string) => `记录 ${position}`,
  about: (relation: string, what: string) => `${relation} ${what}`,
  since: (type: string, position: string) => `此后：${type}，${position}`,
  relations: { corrects: '更正', retracts: '撤回', corroborates: '佐证', disputes: '质疑', ends: '终止', revises: '修订', evaluates: '评估', reports_on: '报告', withdraws: '撤回' },
};
