import { date, plural } from '../../say';
import type { Section } from '../../language';
import { days, name, years } from './nouns';

const things = (n: number) => plural(n, { zero: 'لا شيء', one: 'بند واحد', two: 'بندان', few: '# بنود', many: '# بنداً', other: '# بند' });

export const reminders: Section<'reminders'> = {
  title: (place: string) => `ما يحل موعده في ${name(place)}`,
  deck: 'التزامات لها موعد، وخطط وولايات واتفاقات تنقضي مددها، والتقارير السنوية للشركات. تُسمى المكاتب، ولا تُذكر بيانات الاتصال بها أبداً.',
  choices: 'ما يُعرض',
  whom: 'الدولة', whole: 'المنطقة كلها',
  within: 'يحل موعده خلال',
  days: (n: number) => (n % 365 === 0 ? years(n / 365, true) : days(n, true)),
  kind: 'النوع', anyKind: 'كل الأنواع',
  kinds: { commitment: 'التزام', plan: 'خطة', focal_point: 'ولاية جهة تنسيق', rapporteur: 'ولاية مقرر', agreement: 'اتفاق', code_of_conduct: 'تقرير بموجب مدونة قواعد السلوك' },
  office: 'المكتب المسؤول', anyOffice: 'كل المكاتب', noOffice: 'لم يُسمَّ مكتب',
  state: 'الحالة', both: 'يحل موعده أو متأخر', due: 'يحل موعده', overdue: 'متأخر',
  group: 'التجميع بحسب', byDay: 'اليوم', byOffice: 'المكتب',
  lead: (due: number, overdue: number, within: string) => `ما يحل موعده خلال ${within}: ${things(due)}؛ والمتأخر: ${things(overdue)}.`,
  leadDue: (due: number, within: string) => `ما يحل موعده خلال ${within}: ${things(due)}.`,
  leadOverdue: (overdue: number) => `المتأخر: ${things(overdue)}.`,
  narrowed: 'محسوب بحسب عوامل التصفية أعلاه.',
  fallsDue: 'يحل موعده', isOverdue: 'متأخر',
  what: 'البند', who: 'على من', when: 'اليوم', howLong: 'المدة', officeHead: 'المكتب المسؤول', record: 'القيد',
  inDays: (n: number) => (n === 0 ? 'اليوم' : `بعد ${days(n, true)}`),
  agoDays: (n: number) => (n >= 730 ? `متأخر منذ ${years(Math.floor(n / 365.25), true)}` : `متأخر منذ ${days(n, true)}`),
  on: (day: string) => date(day),
  list: (n: number) => `القائمة، ${things(n)}، قابلة للتمرير`,
  nothingDue: (within: string) => `لا شيء يحل موعده خلال ${within}. ويُدرج هنا قبل يومه أي التزام له موعد أو خطة لها نهاية أو ولاية لها مدة.`,
  nothingOverdue: 'لا شيء متأخر بحسب ما في السجل. وكل موعد يمضي دون ما يُطلب فيه يُضاف له سطر هنا.',
  none: 'لا شيء من هذا النوع.',
  atom: 'خلاصة Atom', ics: 'تقويم (iCalendar)', csv: 'CSV',
  take: 'القائمة نفسها، محدّثة دوماً:',
  older: 'التالية', first: 'العودة إلى الأولى',
};
