import { count, date } from '../../say';
import type { Section } from '../../language';
import { commitments, countries, name, promises } from './nouns';

export const region: Section<'region'> = {
  adopted: (framework: string, day: string | null, place: string | null) => `${name(framework)}${day ? `، اعتُمد ${place ? `في ${name(place)} بتاريخ ` : 'في '}${date(day)}` : ''}.`,
  size: (of: number, places: number) => `${commitments(of)}، ${countries(places)}.`,
  inNumbers: 'بالأرقام',
  empty: 'ليس لهذه المنطقة دول، أو ليس لهذا الإطار التزامات، في اليوم المعروض.',
  lead: (total: number, told: number, disputed: number) =>
    `من أصل ${promises(total, true)}، واحد لكل دولة والتزام، ${told === 0 ? 'لا شيء مسجَّل عن أي منها' : `ثمة ما هو مسجَّل عن ${count(told)}`}${disputed ? `؛ ومحل النزاع ${count(disputed)}` : ''}.`,
  csv: 'هذه الأرقام بصيغة CSV',
  matrix: 'دولة بدولة',
  hint: 'العلامة تفتح الأدلة التي وراءها؛ واسم الدولة ورقم الالتزام يفتحان صفحتيهما.',
  toMap: 'عرض هذا الالتزام على الخريطة',
  dueOn: (day: string) => `الموعد: ${date(day)}`,
  noDue: 'بلا موعد',
  arrange: {
    label: 'ترتيب المصفوفة', group: 'التجميع', byTheme: 'بحسب الموضوع', byDue: 'بحسب الموعد', countries: 'الدول', byName: 'بحسب الاسم', byMet: 'بحسب عدد الموفى به', signs: 'العلامات', usual: 'عادية', large: 'كبيرة، لقاعة', show: 'وأيضاً',
  },
  keys: 'مفاتيح الأسهم تنقل بين العلامات، ومفتاح Enter يفتح.',
  scroll: 'المصفوفة، قابلة للتمرير',
  commitment: 'الالتزام',
  due: (day: string) => `الموعد: ${date(day)}.`,
  noneYet: 'لا أدلة بعد',
  themeTold: (met: number, late: number, any: number) => `الموفى به: ${count(met)}${late ? ` (منها متأخراً: ${count(late)})` : ''}؛ وما سُجِّل عنه شيء: ${count(any)}`,
};
