import { count, date } from '../../say';
import type { Section } from '../../language';
import { acts, countries, days, name } from './nouns';

export const commitment: Section<'commitment'> = {
  unknown: (id: string) => `لا يتضمن أي إطار يعرفه هذا السجل التزاماً برمز ${name(id)}.`,
  sections: { rule: 'ما يفي به', who: 'من وفى به', time: 'عبر الزمن', late: 'من الإجراء إلى العلم به', same: 'الوعد نفسه في مواضع أخرى' },
  supersededBy: 'حل محله منذ ذلك الحين التزام آخر:',
  supersededOn: (day: string) => `(منذ ${date(day)})`,
  fromMeeting: 'نشأ عن توصية اجتماع.',
  itself: (status: string) => `المنطقة نفسها، بوصفها جهة واحدة: ${status}.`,
  neighbours: 'الوعدان السابق واللاحق', before: (no: string) => `${name(no)}، السابق`, after: (no: string) => `${name(no)}، التالي`,
  otherRegion: (region: string) => `قُطع هذا الوعد في منطقة أخرى: ${name(region)}.`,
  lead: (met: number, of: number, told: number, overdue: number) =>
    `من أصل ${countries(of, true)}: ${met === 0 ? 'لم تفِ به أي دولة' : `وفت به ${countries(met)}`}${overdue > 0 ? `؛ وهو متأخر لدى ${countries(overdue, true)}` : ''}؛ ${told === 0 ? 'ولا شيء مسجَّل عن أي منها' : `وثمة ما هو مسجَّل عن ${countries(told, true)}`}.`,
  none: 'ليس لهذه المنطقة دول في اليوم المعروض، أو أن الوفاء بهذا الوعد يقع على غيرها.',
  whoHint: 'علامة الدولة تفتح الأدلة التي وراءها.',
  more: (country: string) => `سبب ذلك في حالة ${name(country)}`,
  timeHint: 'الوضع في نهاية كل سنة، بحسب المعلوم في اللحظة المبينة أعلاه.',
  timeSays: (from: string, until: string) => `عمود لكل سنة، من ${date(from)} إلى ${date(until)}، بعدد الدول في كل حالة.`,
  dueMark: (day: string) => `الموعد: ${date(day)}`,
  tooEarly: 'اليوم المعروض سابق لقطع الوعد: لا شيء يُعرض عبر الزمن بعد.',
  lateLead: (of: number, median: number, ninth: number) =>
    `من يوم الإجراء إلى يوم علم السجل به: الوسيط ${median === 0 ? `${count(0)} يوم` : days(median)} في ${acts(of, true)}، ولا يزيد على ${days(ninth, true)} في تسعة أعشارها.`,
  lateHint: 'السنة أو الشهر يُحسبان من آخر يوم فيهما. وما استُورد بعد وقوعه بزمن طويل يُحسب متأخراً بقدر تأخر وصوله.',
  lateNone: 'لا شيء مسجَّل عن هذا الوعد في هذه المنطقة. ويملأ هذا الموضع إجراء أو تقرير يبلغ به أي ذي صفة.',
  country: 'الدولة', act: 'الإجراء', on: 'تاريخه', learned: 'عُلم به', days: 'الأيام بينهما', teller: 'المُبلِّغ',
  sameNone: 'لم يُربط بهذا الالتزام أي التزام آخر. ويكون ذلك بحدث commitment.mapped في السجل المرجعي.',
  sameLead: 'يُعد الوعد نفسه، بحسب السجل المرجعي:',
};
