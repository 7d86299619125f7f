// The panel of evidence behind a cell.
import { date, moment, plural } from '../../say';

const sources = (n: number) => plural(n, { one: '# source', other: '# sources' });

export const evidence = {
  due: (day: string) => `Due ${date(day)}.`,
  noDue: 'No date was set.',
  saidOf: (actors: string, paragraph: string) => `Said of ${actors}; ${paragraph}.`,
  onReport: (n: number) => `It stands on a report, not on an act, from ${sources(n)}.`,
  onAct: (n: number) => `It stands on what was done, told by ${sources(n)}.`,
  none: 'No evidence',
  nobody: 'Nobody has told the ledger anything about this promise. It may have been kept all the same.',
  wouldFill: 'What would fill it:',
  onlyReport: 'No single act can prove it. A report on progress by the government, a monitor or another source would fill it.',
  title: 'The evidence',
  corrected: 'Corrected:',
  about: (what: string) => `About ${what}.`,
  learned: (when: string, position: string, id: string) => `Learned ${moment(when)}; record ${position}, ${id}.`,
  asOf: (day: string, known: string) => `As of ${date(day)}, by what was known on ${moment(known)}.`,
  json: 'This as JSON',
  yes: 'yes',
  no: 'no',
};
