// The country page.
import { count, date, plural } from '../../say';

export const country = {
  deck: (frameworks: number) => `What it promised, and what is recorded of it, in ${plural(frameworks, { one: '# framework', other: '# frameworks' })}.`,
  invented: 'For show and for tests: neither this country nor any of its acts exists.',
  none: 'No framework spoke to this country on the day shown. Adopting one, or being a member of a region that has one, puts it here.',
  commitments: (n: number) => plural(n, { one: '# commitment', other: '# commitments' }),
  number: 'No.', commitment: 'Commitment', due: 'Due', status: 'Status', since: 'Since', toldBy: 'Told by',
  sections: {
    numbers: 'In numbers', cells: 'Promise by promise', plans: 'Plans', treaties: 'Treaties', focalPoints: 'Focal points', rapporteurs: 'Rapporteurs and ombudspersons',
    youthCommittees: 'Youth committees', programmes: 'Programmes', due: 'What falls due, and what is overdue', youth: 'The youth’s view beside the government’s', recommendations: 'Recommendations received',
  },
  framework: 'Framework', all: 'Commitments',
  numbersLead: (total: number, met: number, overdue: number, told: number) =>
    `Of ${plural(total, { one: '# promise', other: '# promises' })}, ${count(met)} met; ${count(overdue)} overdue; ${told === 0 ? 'nothing is recorded about any' : `something is recorded about ${count(told)}`}.`,
  inFull: 'The promise in full',
  treaties: {
    fill: 'Nothing is recorded of any treaty for this country. Treaty actions told by a depositary would fill this.',
    treaty: 'Treaty', silent: 'Nothing is recorded for this country of:', made: (day: string) => `made ${date(day)}`, withdrawn: (day: string) => `withdrawn ${date(day)}`,
  },
  programmes: {
    fill: 'Nobody has told of a programme here. An event programme.started that names this country would fill this.',
    programme: 'Programme', does: 'What it does', started: 'Started', until: 'Runs until', state: 'State', reached: 'Last report',
    states: { live: 'Live', run_out: 'Run out', ended: 'Ended' }, regionWide: 'region-wide', noReport: 'no report told',
    people: (n: number, day: string) => `${plural(n, { one: '# person', other: '# people' })} reached, told ${date(day)}`, reported: (day: string) => `reported ${date(day)}`,
  },
  reminders: {
    fill: 'Nothing is overdue, and nothing falls due within a year, by what is recorded.',
    lead: (due: number, overdue: number) => `${count(overdue)} overdue; ${count(due)} falling due within a year.`,
    day: 'Day', what: 'What', kind: 'Of what kind', state: 'State', incharge: 'In charge', states: { due: 'falls due', overdue: 'overdue' },
    earlier: (n: number, first: string) => `${plural(n, { one: 'and # earlier one', other: 'and # earlier ones' })}, the first due ${date(first)}`,
    feed: 'as a feed', calendar: 'as a calendar',
    kinds: { commitment: 'Commitment', plan: 'Plan', focal_point: 'Focal point', rapporteur: 'Rapporteur', agreement: 'Agreement', code_of_conduct: 'Code of Conduct' },
  },
  youth: {
    fill: 'No youth body has told anything about these promises. Its own reports, or its confirming or disputing what the government tells, would stand here beside the government’s.',
    lead: (both: number, differ: number, youthOnly: number, government: number) =>
      `Both speak of ${count(both + differ)}, and differ on ${count(differ)}; the youth alone speak of ${count(youthOnly)}, the government alone of ${count(government)}.`,
    government: 'The government tells', youth: 'The youth tell', agreement: 'Together', silent: 'nothing told',
    agreements: { same: 'they agree', differs: 'they differ', youth_silent: 'only the government tells', government_silent: 'only the youth tell', both_silent: 'neither tells' },
    says: { corroborates: 'confirm it', disputes: 'dispute it' },
  },
  recommendations: { fill: 'No recommendation of the Universal Periodic Review, or of another body, is recorded for this country. Importing the reviews’ recommendations would fill this.', day: 'Day', what: 'What is recorded', record: 'the record' },
};
