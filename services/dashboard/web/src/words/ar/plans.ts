import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { name } from './nouns';

export const plans: Section<'plans'> = {
  title: (region: string) => `الخطط في ${name(region)}`,
  deck: 'من لديه خطة، وما تغطيه، وإلى متى تستمر، وما خلص إليه تقييمها.',
  section: 'الخطط',
  fill: 'لم يُبلغ أحد عن خطة هنا. ويملأ هذا الموضع حدث plan.adopted من الحكومة، أو تقرير عنها من جهة رصد.',
  noneSuch: 'لا خطة كذلك في اليوم المعروض.',
  lead: (having: number, without: number, evaluated: number) => `الدول التي لديها خطة: ${count(having)}؛ والدول التي لم يُبلَّغ عن خطة لها: ${count(without)}؛ ${evaluated === 0 ? 'ولم يُبلَّغ عن أي تقييم' : `والدول التي قُيّمت خططها: ${count(evaluated)}`}.`,
  without: 'دول لم يُبلَّغ عن خطة كهذه لها:',
  show: 'أي الخطط', which: { live: 'الجارية', run_out: 'انقضت مدتها', ended: 'انتهت', all: 'كل ما كان' }, covering: 'التي تغطي', anything: 'أي إطار',
  overTime: 'مدد الخطط',
  overTimeHint: 'الممتلئ: جارية. المتقطع: انقضت مدتها. الرفيع: انتهت. والحلقة تدل على تنقيح أو تقييم. ويضم الجدول أدناه ما اختير أعلاه؛ اختاروا «كل ما كان» لقراءتها جميعاً.',
  overTimeSays: (n: number, day: string) => `أشرطة بمدد الخطط في ${count(n)} من الدول أو المناطق، حتى ${date(day)}.`,
  country: 'الدولة', plan: 'الخطة', adopted: 'اعتُمدت', until: 'تستمر حتى', state: 'الحالة', covers: 'تغطي', indicators: 'المؤشرات', evaluated: 'التقييم', toldBy: 'المُبلِّغ',
  ofRegion: 'الخاصة بالمنطقة',
  states: { live: 'جارية', run_out: 'انقضت مدتها', ended: 'انتهت' },
  scopes: { national: 'وطنية', sub_national: 'دون وطنية', regional: 'إقليمية' },
  noEnd: 'بلا نهاية محددة',
  revised: (day: string) => `نُقحت في ${date(day)}`,
  endedOn: (day: string) => `انتهت في ${date(day)}`,
  before: (n: number) => plural(n, { one: 'سابقة واحدة', two: 'سابقتان', few: '# سابقات', many: '# سابقة', other: '# سابقة' }),
  yes: 'نعم', no: 'لا', notSaid: 'غير مذكور',
  effects: { effective: 'فعالة', partly_effective: 'فعالة جزئياً', not_effective: 'غير فعالة', inconclusive: 'غير محسومة' },
  found: (evaluator: string, day: string, effect: string) => `${name(evaluator)}، ${date(day)}: ${effect}`,
  independent: 'مستقل',
  neverEvaluated: 'لا تقييم',
  budget: (amount: number, currency: string) => `الميزانية: ${name(`${count(amount)} ${currency}`)}`,
  lead_by: (who: string) => `بقيادة ${name(who)}`,
};
