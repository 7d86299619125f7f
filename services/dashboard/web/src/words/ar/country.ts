import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { commitments, frameworks, people, promises } from './nouns';

export const country: Section<'country'> = {
  deck: (n: number) => `ما وعدت به، وما هو مسجَّل عنه، في ${frameworks(n, true)}.`,
  invented: 'للعرض والاختبار: لا وجود لهذه الدولة ولا لأي من إجراءاتها.',
  none: 'لم يخاطب أي إطار هذه الدولة في اليوم المعروض. ويضعها هنا اعتماد إطار أو العضوية في منطقة لها إطار.',
  commitments: (n: number) => commitments(n),
  number: 'الرقم', commitment: 'الالتزام', due: 'الموعد', status: 'الحالة', since: 'منذ', toldBy: 'المُبلِّغ',
  sections: {
    numbers: 'بالأرقام', cells: 'وعداً بوعد', plans: 'الخطط', treaties: 'المعاهدات', focalPoints: 'جهات التنسيق', rapporteurs: 'المقررون وأمناء المظالم',
    youthCommittees: 'اللجان الشبابية', programmes: 'البرامج', due: 'ما يحل موعده وما هو متأخر', youth: 'رأي الشباب إلى جانب رأي الحكومة', recommendations: 'التوصيات الواردة',
  },
  framework: 'الإطار', all: 'الالتزامات',
  numbersLead: (total: number, met: number, overdue: number, told: number) =>
    `من أصل ${promises(total, true)}: الموفى به ${count(met)}؛ والمتأخر ${count(overdue)}؛ ${told === 0 ? 'ولا شيء مسجَّل عن أي منها' : `وثمة ما هو مسجَّل عن ${count(told)}`}.`,
  inFull: 'الوعد بنصه الكامل',
  treaties: {
    fill: 'لا شيء مسجَّل عن أي معاهدة لهذه الدولة. ويملأ هذا الموضع ما يبلغ به وديع من إجراءات متعلقة بالمعاهدات.',
    treaty: 'المعاهدة', silent: 'لا شيء مسجَّل لهذه الدولة عن:', made: (day: string) => `صدر في ${date(day)}`, withdrawn: (day: string) => `سُحب في ${date(day)}`,
  },
  programmes: {
    fill: 'لم يُبلغ أحد عن برنامج هنا. ويملأ هذا الموضع حدث programme.started يسمي هذه الدولة.',
    programme: 'البرنامج', does: 'ما يقوم به', started: 'البدء', until: 'يستمر حتى', state: 'الحالة', reached: 'آخر تقرير',
    states: { live: 'جارٍ', run_out: 'انقضت مدته', ended: 'انتهى' }, regionWide: 'على نطاق المنطقة', noReport: 'لا تقرير',
    people: (n: number, day: string) => `وصل إلى ${people(n, true)}، أُبلغ به في ${date(day)}`, reported: (day: string) => `تقرير في ${date(day)}`,
  },
  reminders: {
    fill: 'لا شيء متأخر، ولا شيء يحل موعده خلال سنة، بحسب ما هو مسجَّل.',
    lead: (due: number, overdue: number) => `المتأخر ${count(overdue)}؛ وما يحل موعده خلال سنة ${count(due)}.`,
    day: 'اليوم', what: 'البند', kind: 'النوع', state: 'الحالة', incharge: 'المسؤول', states: { due: 'يحل موعده', overdue: 'متأخر' },
    earlier: (n: number, first: string) => `وقبله ${plural(n, { one: 'بند واحد', two: 'بندان', few: '# بنود', many: '# بنداً', other: '# بند' })}، وأول موعد ${date(first)}`,
    feed: 'بصيغة Atom', calendar: 'بصيغة تقويم',
    kinds: { commitment: 'التزام', plan: 'خطة', focal_point: 'جهة تنسيق', rapporteur: 'مقرر', agreement: 'اتفاق', code_of_conduct: 'مدونة قواعد السلوك' },
  },
  youth: {
    fill: 'لم تبلغ أي هيئة شبابية بشيء عن هذه الوعود. ويظهر هنا، إلى جانب ما تقوله الحكومة، ما تقدمه من تقارير، أو ما تؤكده من أقوال الحكومة أو تنازع فيه.',
    lead: (both: number, differ: number, youthOnly: number, government: number) =>
      `يتحدث الطرفان عن ${count(both + differ)} ويختلفان في ${count(differ)}؛ والشباب وحدهم عن ${count(youthOnly)}، والحكومة وحدها عن ${count(government)}.`,
    government: 'تقول الحكومة', youth: 'يقول الشباب', agreement: 'المقارنة', silent: 'لا إبلاغ',
    agreements: { same: 'متفقان', differs: 'مختلفان', youth_silent: 'الحكومة وحدها تتحدث', government_silent: 'الشباب وحدهم يتحدثون', both_silent: 'لا يتحدث أي منهما' },
    says: { corroborates: '– تأكيد', disputes: '– منازعة' },
  },
  recommendations: { fill: 'لا توصية مسجَّلة لهذه الدولة من الاستعراض الدوري الشامل أو من هيئة أخرى. ويملأ هذا الموضع استيراد توصيات الاستعراضات.', day: 'اليوم', what: 'ما هو مسجَّل', record: 'القيد' },
};
