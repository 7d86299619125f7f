import { plural } from '../../say';
import type { Section } from '../../language';
import { name } from './nouns';

const relations: Record<string, string> = {
  corrects: 'يصحح', retracts: 'يسحب', corroborates: 'يؤكد', disputes: 'ينازع في', ends: 'ينهي', revises: 'ينقح', evaluates: 'يقيّم',
  reports_on: 'يقدم تقريراً عن', withdraws: 'يسحب',
};

export const live: Section<'live'> = {
  live: 'مباشر',
  joining: 'جارٍ الاتصال…',
  lost: 'انقطع الاتصال',
  paused: 'غير مباشر',
  refused: 'غير مباشر',
  follow: 'متابعة مباشرة',
  pause: 'إيقاف مؤقت',
  toPresent: 'عرض الحاضر',
  held: 'هذه الصفحة ثابتة عند يوم أو لحظة سابقة، ولا يصل إليها جديد.',
  lastEvent: (ago: string) => `عُلم بآخر حدث ${ago}.`,
  noneYet: 'لم يصل أي حدث منذ بدء المتابعة.',
  heard: (ago: string) => `آخر اتصال من الخادم ${ago}.`,
  empty: 'كل ما يقدمه شريك يظهر هنا خلال ثانية من قبوله.',
  fallenOut: (n: number) => plural(n, {
    one: 'حدث سابق واحد لم يعد معروضاً هنا؛ وإعادة قراءة الصفحة تظهره في موضعه.', two: 'حدثان سابقان لم يعودا معروضين هنا؛ وإعادة قراءة الصفحة تظهرهما في موضعهما.',
    few: '# أحداث سابقة لم تعد معروضة هنا؛ وإعادة قراءة الصفحة تظهرها في موضعها.', many: '# حدثاً سابقاً لم تعد معروضة هنا؛ وإعادة قراءة الصفحة تظهرها في موضعها.',
    other: '# حدث سابق لم تعد معروضة هنا؛ وإعادة قراءة الصفحة تظهرها في موضعها.',
  }),
  arrived: (shown: string, n: number) => plural(n, { one: 'حدث جديد:', two: 'حدثان جديدان، آخرهما:', few: `${shown} أحداث جديدة، آخرها:`, many: `${shown} حدثاً جديداً، آخرها:`, other: `${shown} حدث جديد، آخرها:` }),
  toldBy: (who: string, standing: string) => `بحسب ${name(who)} (${standing})`,
  record: (position: string) => `القيد ${name(position)}`,
  about: (relation: string, what: string) => `${relation} ${name(what)}`,
  since: (type: string, position: string) => `منذ ذلك الحين: ${type}، ${name(position)}`,
  relations,
};
