import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { day as on, stop, when } from './days';
import { countries, ofCountries } from './nouns';

export const plans: Section<'plans'> = {
  title: (region: string) => `Планы: ${region}`,
  deck: 'У кого есть план, что он охватывает, до какого времени действует и что показала оценка.',
  section: 'Планы',
  fill: 'О планах здесь никто не сообщил. Этот раздел заполнит событие plan.adopted от правительства или сообщение органа мониторинга.',
  noneSuch: 'На указанную дату таких планов нет.',
  lead: (having: number, without: number, evaluated: number) => `С планом: ${countries(having)}; без сведений о плане: ${countries(without)}; ${evaluated === 0 ? 'об оценках не сообщено' : `оценены планы ${ofCountries(evaluated)}`}.`,
  without: 'Страны, о планах которых не сообщено:',
  show: 'Какие планы', which: { live: 'Действующие', run_out: 'Срок истёк', ended: 'Завершённые', all: 'Все' }, covering: 'Охватывают', anything: 'любой документ',
  overTime: 'Когда действовали планы',
  overTimeHint: 'Заливка: действует. Штрих: срок истёк. Тонкая линия: завершён. Кольцо: пересмотр или оценка. В таблице ниже – выбранные выше; выберите «Все», чтобы прочесть каждый.',
  overTimeSays: (n: number, day: string) => stop(`Полосы действия планов: ${plural(n, { one: '# страна или регион', few: '# страны или региона', many: '# стран или регионов', other: '# страны или региона' })}, по ${on(day)}`),
  country: 'Страна', plan: 'План', adopted: 'Принят', until: 'До', state: 'Состояние', covers: 'Охват', indicators: 'Показатели', evaluated: 'Оценён', toldBy: 'Кто сообщил',
  ofRegion: 'Региона в целом',
  states: { live: 'Действует', run_out: 'Срок истёк', ended: 'Завершён' },
  scopes: { national: 'национальный', sub_national: 'для части страны', regional: 'региональный' },
  noEnd: 'без срока',
  revised: (day: string) => `пересмотрен ${when(day)}`,
  endedOn: (day: string) => `завершён ${when(day)}`,
  before: (n: number) => plural(n, { one: '# прежний', few: '# прежних', many: '# прежних', other: '# прежнего' }),
  yes: 'да', no: 'нет', notSaid: 'не указано',
  effects: { effective: 'эффективен', partly_effective: 'частично эффективен', not_effective: 'неэффективен', inconclusive: 'без ясного вывода' },
  found: (evaluator: string, day: string, effect: string) => `${evaluator}, ${date(day)}: ${effect}`,
  independent: 'независимая',
  neverEvaluated: 'об оценке не сообщено',
  budget: (amount: number, currency: string) => `бюджет ${count(amount)} ${currency}`,
  lead_by: (who: string) => `руководит: ${who}`,
};
