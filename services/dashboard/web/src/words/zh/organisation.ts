import { count } from '../../say';
import type { Section } from '../../language';

export const organisation: Section<'organisation'> = {
  deck: (kind: string) => `在本账簿登记为：${kind}。`,
  invented: '供展示和测试：该机构及其任何行为均不存在。',
  told: '在本账簿中',
  said: '其全部陈述，最新在前',
  home: '所在地',
  homeNowhere: '不属于单一国家',
  activeIn: '活动国家',
  speaksOf: '可陈述范围',
  everywhere: '所有国家和区域',
  onlyItself: (government: boolean) => (government ? '本国' : '自身'),
  duties: '职责',
  duty: { depositary: '保存人', monitor: '监测方', convenor: '召集方', co_organiser: '协办方', registrar: '本账簿登记官' },
  dutyOf: '：',
  since: '登记日期',
  until: '终止日期',
  before: '前身',
  after: '承继者',
  promises: '须履行的承诺',
  noPromises: '所示日期没有框架对这类机构规定承诺。若有，会列在这里。',
  promisesOfCountry: (country: string) => `政府须履行的承诺见其国家页面：${country}。`,
  withoutEvidence: (n: number) => `${count(n)} 项承诺无证据`,
  programmes: '其开展或陈述的方案',
  noProgrammes: '没有关于其方案的陈述。该机构如自述方案已启动，并说明地点和工作种类，会列在这里。',
  code: '行为守则',
};
