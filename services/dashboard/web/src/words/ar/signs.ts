import { date } from '../../say';
import type { Section } from '../../language';

export const signs: Section<'signs'> = {
  met: { letter: 'و', label: 'موفى به', meaning: 'كل الأدلة، في الموعد أو بلا موعد' },
  met_late: { letter: 'وم', label: 'موفى به متأخراً', meaning: 'كل الأدلة، وبعضها بعد الموعد' },
  in_progress: { letter: 'ج', label: 'جارٍ تنفيذه', meaning: 'بعض الأدلة؛ ولم يمضِ أي موعد' },
  lapsed: { letter: 'ن', label: 'منقضٍ', meaning: 'وُفي به سابقاً؛ وما كان يفي به انتهى' },
  overdue: { letter: 'م', label: 'متأخر', meaning: 'مضى الموعد، وما هو مسجَّل لا يفي به' },
  overdue_silent: { letter: 'م', label: 'متأخر بلا أدلة', meaning: 'مضى الموعد، ولا شيء مسجَّل' },
  open_told: { letter: 'س', label: 'مسجَّل غير موفى به', meaning: 'ما هو مسجَّل لا يفي به؛ ولم يمضِ أي موعد' },
  silent: { letter: '·', label: 'بلا أدلة', meaning: 'لا شيء مسجَّل. ولا يعني ذلك «لا»' },
  since: (day: string) => `منذ ${date(day)}`,
  disputed: 'محل نزاع',
  toldBy: { authority: 'بحسب الجهة المختصة', monitor: 'بحسب جهة رصد', other: 'بحسب آخرين' },
  standing: { authority: 'الجهة المختصة', monitor: 'جهة رصد', other: 'آخرون' },
  join: '، ',
  whoTells: 'الخط تحت العلامة يبين من أبلغ:',
  authorityLong: 'الجهة المختصة به (الحكومة، الوديع)',
  monitorLong: 'جهة رصد',
  otherLong: 'آخرون',
  whatMeans: 'معنى كل علامة',
};
