import { plural, span } from '../../say';
import type { Section } from '../../language';

const counted = (n: number) => plural(n, { one: '# совещание', few: '# совещания', many: '# совещаний', other: '# совещания' });

export const meetings: Section<'meetings'> = {
  title: 'Совещания',
  deck: 'Где давались обещания и где к ним возвращались: всемирные конгрессы и то, что делали регионы между ними.',
  lanes: 'Одно за другим',
  lanesHint: 'Линия ведёт от совещания к тому, которое продолжило его рекомендации или было названо следующим.',
  world: 'Все государства',
  list: 'Все совещания по времени',
  count: (n: number) => counted(n),
  when: 'Когда', what: 'Совещание', where: 'Место', whose: 'Для кого', adopted: 'Принято', follows: 'Продолжает', pack: 'Комплект', nextAfter: 'следующее после',
  days: (from: string, to: string) => span(from, to),
  spot: (place: string, title: string, from: string, to: string) => `${place}: ${title}, ${span(from, to)}`,
  state: { announced: 'объявлено', under_way: 'идёт', held: '' },
  picture: (n: number) => `На шкале лет – ${counted(n)}; список – в таблице ниже.`,
  nothing: '–',
  untold: 'Когда и где, никто не сообщил.',
  empty: 'О совещаниях реестру никто не сообщил. Они появятся здесь после события «совещание созвано» от того, кому это поручено.',
};
