import { count, date, yearOf } from '../../say';
import type { Section } from '../../language';

export const time: Section<'time'> = {
  both: '两个时钟',
  another: '选择其他日期，或当时所知',
  adopted: (place: string | null) => (place ? `${place}：通过` : '通过'),
  adoptedLong: (place: string | null, day: string) => (place ? `${date(day)}在 ${place} 通过` : `通过于${date(day)}`),
  due: (day: string) => `${yearOf(day)}到期`,
  dueLong: (day: string, n: number) => `${count(n)} 项承诺于${date(day)}到期`,
  meeting: (place: string) => place,
  meetingLong: (title: string, day: string) => `${title}，${date(day)}`,
  play: '从 1996 年播放',
  playOn: '从此处播放',
  pause: '暂停',
  back: (mark: string) => `回到：${mark}`,
  forward: (mark: string) => `前往：${mark}`,
  noneBefore: '没有更早的标记',
  noneAfter: '没有更晚的标记',
  pin: '固定',
  pinMeans: '把日期和账簿位置保存在地址中，使链接永远显示同样内容',
  pinned: (records: number) => `已固定：只计账簿的前 ${count(records)} 条记录，无论以后获悉什么。这个地址永远显示同样内容，一字不差。`,
  pinnedClock: (records: number) => `账簿的前 ${count(records)} 条记录`,
  begunToday: '本账簿今天才启用；此前没有任何记录。',
  copy: '复制链接',
  copied: '已复制。',
  notCopied: '浏览器不允许；请从地址栏复制。',
};
