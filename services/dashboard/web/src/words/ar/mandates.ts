import { count, date } from '../../say';
import type { Section } from '../../language';
import { countries, name } from './nouns';

export const mandates: Section<'mandates'> = {
  title: (region: string) => `جهات التنسيق في ${name(region)}`,
  deck: 'من المسؤول في كل دولة، ومن يقدم التقارير، وأين للشباب لجنة خاصة بهم. لا تُعرض هنا أسماء الأشخاص ولا سبل الاتصال بهم: تتيحها الواجهة البرمجية لأصحاب المصلحة المسجَّل دخولهم ممن لهم الحق فيها.',
  focalPoints: 'جهات التنسيق',
  rapporteurs: 'المقررون وأمناء المظالم',
  youthCommittees: 'اللجان الشبابية',
  lead: (having: number, of: number) => (having === 0 ? `لا دولة مشمولة من أصل ${countries(of, true)} في اليوم المعروض، بحسب ما هو مسجَّل.` : having === of ? `كل الدول مشمولة في اليوم المعروض (${count(of)}).` : `الدول المشمولة في اليوم المعروض: ${count(having)} من أصل ${count(of)}.`),
  withoutLead: (n: number) => (n === 0 ? '' : `الدول غير المشمولة، بحسب ما هو مسجَّل (${count(n)}):`),
  fillFocal: 'لم يُبلغ أحد عن جهة تنسيق هنا. ويملأ هذا الموضع حدث focal_point.designated من حكومة أو جهة رصد.',
  fillRapporteur: 'لم يُبلغ أحد عن مقرر أو أمين مظالم هنا. ويملأ هذا الموضع حدث rapporteur.appointed.',
  fillYouth: 'لم يُبلغ أحد عن لجنة شبابية هنا. ويملأ هذا الموضع حدث youth_committee.established.',
  state: 'الحالة', show: 'أي الولايات', live: 'القائمة', all: 'كل ما كان',
  states: { live: 'قائمة', lapsed: 'انقضت', ended: 'انتهت' },
  overTimeHint: 'الممتلئ: قائمة. المتقطع: انقضت. الرفيع: انتهت. ويضم الجدول القائمة منها؛ اختاروا «كل ما كان» لقراءتها جميعاً.',
  overTimeSays: (n: number, day: string) => `أشرطة بمدد الولايات في ${count(n)} من الدول أو المناطق، حتى ${date(day)}.`,
  country: 'الدولة', office: 'المكتب', institution: 'المؤسسة', committee: 'اللجنة', since: 'منذ', until: 'حتى', frameworks: 'مسؤولة عن', kind: 'النوع', independent: 'الاستقلال', advises: 'مشورة الحكومة', toldBy: 'المُبلِّغ',
  ofRegion: 'الخاصة بالمنطقة',
  allFrameworks: 'بلا تحديد',
  called: (place: string, year: string) => `${name(place)} ${year}`,
  vacantSince: (day: string) => `شاغرة منذ ${date(day)}`,
  contactHeld: 'بيانات الاتصال محفوظة',
  yes: 'نعم', no: 'لا', notSaid: 'غير مذكور',
  kinds: { national_rapporteur: 'مقرر وطني', ombudsperson: 'أمين مظالم', children_commissioner: 'مفوض لشؤون الطفل', equivalent_mechanism: 'آلية مماثلة' },
};
