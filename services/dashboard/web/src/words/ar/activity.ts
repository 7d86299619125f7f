import type { Section } from '../../language';
import { acts } from './nouns';

export const activity: Section<'activity'> = {
  title: 'النشاط',
  deck: 'كل إجراء قُبل في السجل، مرتباً بحسب وقت العلم به، الأحدث أولاً. وما رُفض لا يُبلَّغ به إلا مُرسله.',
  filters: 'ما يُعرض',
  where: 'المكان',
  anywhere: 'كل مكان',
  country: 'الدولة',
  anyCountry: 'كل الدول',
  kind: 'نوع الإجراء',
  anyKind: 'كل الأنواع',
  teller: 'المُبلِّغ',
  anyone: 'الجميع',
  clear: 'إزالة كل عوامل التصفية',
  list: 'ما حدث',
  onPage: (n: number, more: boolean) => (more ? `${acts(n)} في هذه الصفحة؛ ويليها الأقدم.` : `${acts(n)}، ولا أقدم من ذلك.`),
  learnedOn: (day: string) => `عُلم به في ${day}`,
  older: 'الأقدم',
  newest: 'العودة إلى الأحدث',
  feed: 'خلاصة Atom لهذه القائمة',
  about: 'ما يستوفي عوامل التصفية هذه يظهر هنا فور وصوله.',
  empty: 'لم يُقبل أي إجراء من هذا النوع. وأول إجراء يقدمه شريك ويستوفي عوامل التصفية هذه تبدأ به القائمة.',
  emptyPage: 'لا شيء في هذه الصفحة يستوفي عوامل التصفية، وقد تستوفيها إجراءات أقدم.',
};
