import { plural } from '../../say';
import type { Section } from '../../language';
import { name } from './nouns';

export const organisation: Section<'organisation'> = {
  deck: (kind: string) => `مسجلة في هذا السجل بصفة: ${kind}.`,
  invented: 'للعرض والاختبار: لا وجود لهذه الهيئة ولا لأي من إجراءاتها.',
  told: 'في هذا السجل',
  said: 'كل ما أبلغت به، الأحدث أولاً',
  home: 'مقرها في',
  homeNowhere: 'لا دولة بعينها',
  activeIn: 'تنشط في',
  speaksOf: 'لها أن تتحدث عن',
  everywhere: 'كل الدول والمناطق',
  onlyItself: (government: boolean): string => (government ? 'دولتها' : 'نفسها'),
  duties: 'المهام',
  duty: { depositary: 'وديع', monitor: 'جهة رصد', convenor: 'الداعي إلى الاجتماع', co_organiser: 'منظم مشارك', registrar: 'أمين هذا السجل' },
  dutyOf: ': ',
  since: 'معروفة منذ',
  until: 'انتهت في',
  before: 'قبلها',
  after: 'خلفتها',
  promises: 'ما عليها الوفاء به',
  noPromises: 'لا يتضمن أي إطار التزاماً على هيئة من نوعها في اليوم المعروض. ولو وُجد لظهر هنا.',
  promisesOfCountry: (country: string) => `ما على الحكومة الوفاء به مبين في صفحة دولتها: ${name(country)}.`,
  withoutEvidence: (n: number) => plural(n, { one: 'وعد واحد بلا أدلة', two: 'وعدان بلا أدلة', few: '# وعود بلا أدلة', many: '# وعداً بلا أدلة', other: '# وعد بلا أدلة' }),
  programmes: 'ما تديره أو أبلغت عنه',
  noProgrammes: 'لم يُبلَّغ عن أي برنامج لها. ويظهر هنا إبلاغها ببدء برنامج، مع مكانه ونوع عمله.',
  code: 'مدونة قواعد السلوك',
};
