import { percent } from '../../say';
import type { Section } from '../../language';
import { commitments, name } from './nouns';

export const map: Section<'map'> = {
  show: 'على خريطة',
  choose: 'المعروض على الخريطة',
  share: 'نسبة الموفى به من كل الالتزامات',
  country: 'الدولة',
  met: 'الموفى به',
  ofAll: (n: number) => `من ${commitments(n, true)}`,
  metShare: (country: string, share: number) => `${name(country)}: الموفى به ${percent(share)}`,
  label: (counts: string) => `خريطة دول المنطقة بحسب الحالة: ${counts}. ويقول الجدول أدناه الشيء نفسه.`,
  shareLabel: 'خريطة دول المنطقة بحسب نسبة الالتزامات الموفى بها. ويقول الجدول أدناه الشيء نفسه.',
  table: 'ما تبينه الخريطة، في جدول',
  noShapes: 'هذه الدول ليست على أي خريطة: لا أشكال لمنطقة خيالية. ويقول الجدول كل ما تقوله الخريطة.',
  missing: (names: string) => `ليست على الخريطة: ${name(names)}.`,
  frontiers: 'الأشكال من Natural Earth، مبسطة؛ ولا تنطوي على أي رأي بشأن الحدود. وتُزاح العلامة على خط حيث تغطيها علامات أخرى.',
  loading: 'جارٍ جلب الأشكال…',
};
