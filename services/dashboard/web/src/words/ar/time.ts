import { date, plural, yearOf } from '../../say';
import type { Section } from '../../language';
import { commitments, name } from './nouns';

export const time: Section<'time'> = {
  both: 'الساعتان',
  another: 'اختيار يوم آخر، أو ما كان معلوماً حينها',
  adopted: (place: string | null) => (place ? `${name(place)}: اعتماد` : 'اعتماد'),
  adoptedLong: (place: string | null, day: string) => (place ? `الاعتماد في ${name(place)} بتاريخ ${date(day)}` : `الاعتماد في ${date(day)}`),
  due: (day: string) => `موعد ${yearOf(day)}`,
  dueLong: (day: string, n: number) => `في ${date(day)} يحل موعد ${commitments(n, true)}`,
  meeting: (place: string) => place,
  meetingLong: (title: string, day: string) => `${name(title)}، ${date(day)}`,
  play: 'تشغيل من 1996',
  playOn: 'تشغيل من هنا',
  pause: 'إيقاف مؤقت',
  back: (mark: string) => `العودة إلى: ${name(mark)}`,
  forward: (mark: string) => `التقدم إلى: ${name(mark)}`,
  noneBefore: 'لا علامة أسبق',
  noneAfter: 'لا علامة لاحقة',
  pin: 'تثبيت',
  pinMeans: 'يحفظ اليوم وموضع السجل في العنوان، ليعرض الرابط الشيء نفسه دائماً',
  pinned: (records: number) => `مثبَّت: لا يُحتسب إلا ${plural(records, { one: 'أول قيد', two: 'أول قيدين', few: 'أول # قيود', many: 'أول # قيداً', other: 'أول # قيد' })} في السجل، مهما عُلم لاحقاً. ويعرض هذا العنوان الشيء نفسه بايتاً ببايت دائماً.`,
  pinnedClock: (records: number) => plural(records, { one: 'أول قيد في السجل', two: 'أول قيدين في السجل', few: 'أول # قيود في السجل', many: 'أول # قيداً في السجل', other: 'أول # قيد في السجل' }),
  begunToday: 'بدأ هذا السجل اليوم؛ ولم يكن يعلم شيئاً قبل ذلك.',
  copy: 'نسخ الرابط',
  copied: 'نُسخ.',
  notCopied: 'لا يسمح المتصفح بذلك؛ انسخوا العنوان من شريطه.',
};
