import { plural, span } from '../../say';
import type { Section } from '../../language';
import { meetingsOf, name } from './nouns';

export const meetings: Section<'meetings'> = {
  title: 'الاجتماعات',
  deck: 'حيث قُطعت الوعود وأُعيد النظر فيها: المؤتمرات العالمية، وما عقدته المناطق بينها.',
  lanes: 'واحداً بعد آخر',
  lanesHint: 'يصل خط بين الاجتماع والاجتماع الذي تابع توصياته أو الذي سماه تالياً له.',
  world: 'كل الدول',
  list: 'كل الاجتماعات زمنياً',
  count: (n: number) => meetingsOf(n),
  when: 'التاريخ', what: 'الاجتماع', where: 'المكان', whose: 'لمن', adopted: 'ما اعتمده', follows: 'يتابع', pack: 'الملف', nextAfter: 'تالٍ لـ',
  days: (from: string, to: string) => span(from, to),
  spot: (place: string, title: string, from: string, to: string) => `${name(place)}: ${name(title)}، ${span(from, to)}`,
  state: { announced: 'معلن عنه', under_way: 'منعقد', held: '' },
  picture: (n: number) => plural(n, {
    one: 'اجتماع واحد مرسوم على خط السنوات؛ ويسرده الجدول أدناه.', two: 'اجتماعان مرسومان على خط السنوات؛ ويسردهما الجدول أدناه.',
    few: '# اجتماعات مرسومة على خط السنوات؛ ويسردها الجدول أدناه.', many: '# اجتماعاً مرسوماً على خط السنوات؛ ويسردها الجدول أدناه.',
    other: '# اجتماع مرسوم على خط السنوات؛ ويسردها الجدول أدناه.',
  }),
  nothing: '–',
  untold: 'لم يُبلغ أحد عن زمانه أو مكانه.',
  empty: 'لم يُبلغ أحد السجل عن اجتماع. ويضعه هنا إجراء من نوع «الدعوة إلى اجتماع» ممن كُلف بالدعوة إليه.',
};
