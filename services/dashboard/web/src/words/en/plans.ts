// Plans: of a region and of a country.
import { count, date, plural } from '../../say';

const countries = (n: number) => plural(n, { one: '# country', other: '# countries' });

export const plans = {
  title: (region: string) => `Plans of ${region}`,
  deck: 'Who has a plan, what it covers, until when it runs, and what was found of it.',
  section: 'Plans',
  fill: 'Nobody has told of a plan here. An event plan.adopted by the government, or a report of one by a monitor, would fill this.',
  noneSuch: 'No plan is so on the day shown.',
  lead: (having: number, without: number, evaluated: number) => `${countries(having)} with a plan, ${countries(without)} of which none is told; ${evaluated === 0 ? 'no evaluation is told' : `plans of ${countries(evaluated)} were evaluated`}.`,
  without: 'Countries of which no such plan is told:',
  show: 'Which plans', which: { live: 'Live ones', run_out: 'Run out', ended: 'Ended', all: 'All there were' }, covering: 'That cover', anything: 'any framework',
  overTime: 'When plans ran',
  overTimeHint: 'Filled: live. Dashed: run out. Thin: ended. A ring marks a revision or an evaluation. The table below holds those chosen above; choose all there were to read every one.',
  overTimeSays: (n: number, day: string) => `Bars of when the plans of ${plural(n, { one: '# country or region', other: '# countries or regions' })} ran, up to ${date(day)}.`,
  country: 'Country', plan: 'Plan', adopted: 'Adopted', until: 'Runs until', state: 'State', covers: 'Covers', indicators: 'Indicators', evaluated: 'Evaluated', toldBy: 'Told by',
  ofRegion: 'The region’s own',
  states: { live: 'Live', run_out: 'Run out', ended: 'Ended' },
  scopes: { national: 'national', sub_national: 'for a part of the country', regional: 'regional' },
  noEnd: 'no end set',
  revised: (day: string) => `revised ${date(day)}`,
  endedOn: (day: string) => `ended ${date(day)}`,
  before: (n: number) => plural(n, { one: '# earlier', other: '# earlier' }),
  yes: 'yes', no: 'no', notSaid: 'not said',
  effects: { effective: 'effective', partly_effective: 'partly effective', not_effective: 'not effective', inconclusive: 'inconclusive' } as Record<string, string>,
  found: (evaluator: string, day: string, effect: string) => `${evaluator}, ${date(day)}: ${effect}`,
  independent: 'independent',
  neverEvaluated: 'no evaluation told',
  budget: (amount: number, currency: string) => `budget ${count(amount)} ${currency}`,
  lead_by: (who: string) => `led by ${who}`,
};
