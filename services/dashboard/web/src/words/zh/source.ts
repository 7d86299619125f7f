import { listed } from '../../say';
import type { Section } from '../../language';

export const source: Section<'source'> = {
  toldBy: '陈述者：',
  cites: '来源：',
  corroborated: '佐证者：',
  disputedBy: '质疑者：',
  disputed: '有争议',
  quoted: (text: string) => `“${text}”`,
  records: (places: string[]) => `记录 ${listed(places)}`,
};
