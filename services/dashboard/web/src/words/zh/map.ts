import { count, percent } from '../../say';
import type { Section } from '../../language';

export const map: Section<'map'> = {
  show: '地图',
  choose: '地图显示',
  share: '已履行承诺的比例',
  country: '国家',
  met: '已履行',
  ofAll: (n: number) => `共 ${count(n)} 项承诺`,
  metShare: (country: string, share: number) => `${country}：已履行 ${percent(share)}`,
  label: (counts: string) => `按状态显示本区域国家的地图：${counts}。下表内容相同。`,
  shareLabel: '按已履行承诺的比例显示本区域国家的地图。下表内容相同。',
  table: '地图内容的表格',
  noShapes: '这些国家不在任何地图上：虚构的区域没有轮廓。表格已载明地图所能显示的全部内容。',
  missing: (names: string) => `不在地图上：${names}。`,
  frontiers: '轮廓来自 Natural Earth，经简化；不代表对边界的任何立场。标志如会被其他标志遮住，则以线引至旁边。',
  loading: '正在读取轮廓……',
};
