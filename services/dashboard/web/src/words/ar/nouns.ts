// Counted nouns, as Arabic counts them: none, one, two (a dual, with its own case after a preposition), 3–10, 11–99, and the rest.
import { plural } from '../../say';

const noun = (one: string, dual: string, few: string, many: string, other: string) => (n: number, afterPreposition = false): string =>
  plural(n, { zero: afterPreposition ? `# ${other}` : `لا ${other}`, one, two: dual + (afterPreposition ? 'ين' : 'ان'), few: `# ${few}`, many: `# ${many}`, other: `# ${other}` });

export const countries = noun('دولة واحدة', 'دولت', 'دول', 'دولة', 'دولة');
export const promises = noun('وعد واحد', 'وعد', 'وعود', 'وعداً', 'وعد');
export const commitments = noun('التزام واحد', 'التزام', 'التزامات', 'التزاماً', 'التزام');
export const frameworks = noun('إطار واحد', 'إطار', 'أطر', 'إطاراً', 'إطار');
export const changesOf = noun('تغيير واحد', 'تغيير', 'تغييرات', 'تغييراً', 'تغيير');
export const acts = noun('إجراء واحد', 'إجراء', 'إجراءات', 'إجراءً', 'إجراء');
export const days = noun('يوم واحد', 'يوم', 'أيام', 'يوماً', 'يوم');
export const months = noun('شهر واحد', 'شهر', 'أشهر', 'شهراً', 'شهر');
export const years = noun('سنة واحدة', 'سنت', 'سنوات', 'سنة', 'سنة');
export const people = noun('شخص واحد', 'شخص', 'أشخاص', 'شخصاً', 'شخص');
export const reports = noun('تقرير واحد', 'تقرير', 'تقارير', 'تقريراً', 'تقرير');
export const sources = noun('مصدر واحد', 'مصدر', 'مصادر', 'مصدراً', 'مصدر');
export const signatures = noun('توقيع واحد', 'توقيع', 'توقيعات', 'توقيعاً', 'توقيع');
export const figures = noun('رقم واحد', 'رقم', 'أرقام', 'رقماً', 'رقم');
export const delegations = noun('وفد واحد', 'وفد', 'وفود', 'وفداً', 'وفد');
export const meetingsOf = noun('اجتماع واحد', 'اجتماع', 'اجتماعات', 'اجتماعاً', 'اجتماع');
export const recommendationsOf = noun('توصية واحدة', 'توصيت', 'توصيات', 'توصية', 'توصية');
export const programmesOf = (n: number): string =>
  plural(n, { zero: 'لا برنامج جارٍ', one: 'برنامج واحد جارٍ', two: 'برنامجان جاريان', few: '# برامج جارية', many: '# برنامجاً جارياً', other: '# برنامج جارٍ' });
export const fields = noun('خانة واحدة', 'خانت', 'خانات', 'خانة', 'خانة');
export const kindsOf = noun('نوع واحد', 'نوع', 'أنواع', 'نوعاً', 'نوع');
export const stakeholders = (n: number): string =>
  plural(n, { one: 'صاحب مصلحة واحد', two: 'صاحبا مصلحة', other: '# من أصحاب المصلحة' });
export const young = (n: number): string => plural(n, { zero: 'لا أحد من الشباب', one: 'واحد من الشباب', two: 'اثنان من الشباب', other: '# من الشباب' });

// A term of time; `unit` is the API's word.
export const term = (n: number, unit: string, afterPreposition = false): string =>
  ({ days: days(n, afterPreposition), months: months(n, afterPreposition), years: years(n, afterPreposition) })[unit] ?? `${n} ${unit}`;

// A name of either direction, kept from mixing with what stands around it.
export const name = (text: string): string => `\u2068${text}\u2069`;
