import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { countries, name } from './nouns';

export const plans: Section<'plans'> = {
  title: (region: string) => `الخطط في ${name(region)}`,
  deck: 'من لديه خطة، وما تغطيه، وإلى متى تستمر، وما خلص إليه تقييمها.',
  section: 'الخطط',
  fill: 'لم يُبلغ أحد عن خطة هنا. ويملأ هذا الموضع حدث plan.adopted من الحكومة، أو تقرير عنها من جهة رصد.',
  noneSuch: 'لا خطة كذلك في اليوم المعروض.',
  lead: (having: number, without: number, evaluated: number) => `${countries(having)} لديها خطة، و${countries(without)} لم يُبلَّغ عن خطة لها؛ ${evaluated === 0 ? 'ولم يُبلَّغ عن أي تقييم' : `وقُيّمت خطط ${countries(evaluated, true)}`}.`,
  without: 'دول لم يُبلَّغ عن خطة كهذه لها:',
  show: 'أي الخطط', which: { live: 'الجارية', run_out: 'انقضت مدتها', ended: 'انتهت', all: 'كل ما كان' }, covering: 'التي تغطي', anything: 'أي إطار',
  overTime: 'مدد الخطط',
  overTimeHint: 'الممتلئ: جارية. المتقطع: انقضت مدتها. الرفيع: انتهت. والحلقة تدل على تنقيح أو تقييم. ويضم الجدول أدناه ما اختير أعلاه؛ اختر كل ما كان لقراءتها جميعاً.',
  overTimeSays: (n: number, day: string) => `أشرطة بمدد خطط ${countries(n, true)} أو مناطق، حتى ${date(day)}.`,
  country: 'الدولة', plan: 'الخطة', adopted: 'اعتُمدت', until: 'تستمر حتى', state: 'الحالة', covers: 'تغطي', indicators: 'المؤشرات', evaluated: 'التقييم', toldBy: 'المُبلِّغ',
  ofRegion: 'الخاصة بالمنطقة',
  states: { live: 'جارية', run_out: 'انقضت مدتها', ended: 'انتهت' },
  scopes: { national: 'وطنية', sub_national: 'لجزء من الدولة', regional: 'إقليمية' },
  noEnd: 'بلا نهاية محددة',
  revised: (day: string) => `نُقحت في ${date(day)}`,
  endedOn: (day: string) => `انتهت في ${date(day)}`,
  before: (n: number) => plural(n, { one: 'سابقة واحدة', two: 'سابقتان', few: '# سابقات', other: '# سابقة' }),
  yes: 'نعم', no: 'لا', notSaid: 'غير مذكور',
  effects: { effective: 'فعالة', partly_effective: 'فعالة جزئياً', not_effective: 'غير فعالة', inconclusive: 'غير حاسم' },
  found: (evaluator: string, day: string, effect: string) => `${name(evaluator)}، ${date(day)}: ${effect}`,
  independent: 'مستقل',
  neverEvaluated: 'لا تقييم',
  budget: (amount: number, currency: string) => `الميزانية ${count(amount)} ${currency}`,
  lead_by: (who: string) => `بقيادة ${name(who)}`,
};
