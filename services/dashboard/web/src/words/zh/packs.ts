import { count } from '../../say';
import type { Section } from '../../language';

export const packs: Section<'packs'> = {
  title: '文件包',
  what: '议程、发言、建议、记分卡、逾期事项、自上次会议以来的变化、协调人和未决争议。不含联系方式。',
  short: { html: '网页', xlsx: 'XLSX', csv: 'CSV', json: 'JSON' },
  forms: { html: '供阅读和打印的网页（HTML）', xlsx: '工作簿（XLSX）', csv: '表格（CSV，压缩）', json: '供程序使用（JSON）', manifest: '构成清单（manifest）' },
  size: (bytes: number) => `${count(Math.max(1, Math.round(bytes / 1024)))} kB`,
  next: '下次会议：', underWay: '进行中：', last: '上次会议：', its: '其文件包：',
  sum: '文件的 SHA-256',
  moving: '这些链接以打开时账簿的内容生成文件包。',
  held: '这些链接以本页地址所示位置的账簿内容生成文件包。',
  pin: '固定，并显示每个文件的校验值',
  pinned: (day: string) => `已固定：截至${day}，依据账簿在该位置的内容。这些链接任何时候都给出相同的字节；校验值可以证明。`,
};
