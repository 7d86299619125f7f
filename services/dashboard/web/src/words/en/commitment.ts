// The page of one commitment.
import { count, date, plural } from '../../say';

const countries = (n: number) => plural(n, { one: '# country', other: '# countries' });

export const commitment = {
  unknown: (id: string) => `No framework that this ledger knows holds a commitment ${id}.`,
  sections: { rule: 'What meets it', who: 'Who has met it', time: 'Over time', late: 'From act to report', same: 'The same promise elsewhere' },
  supersededBy: 'Since then another commitment stands in its place:',
  supersededOn: (day: string) => `(since ${date(day)})`,
  fromMeeting: 'It came out of a meeting’s recommendation.',
  itself: (status: string) => `The region itself, as one subject: ${status.charAt(0).toLowerCase()}${status.slice(1)}.`,
  neighbours: 'The promises before and after it', before: (no: string) => `${no}, the one before`, after: (no: string) => `${no}, the next`,
  otherRegion: (region: string) => `This promise was made in another region: ${region}.`,
  lead: (met: number, of: number, told: number, overdue: number) =>
    `${met === 0 ? 'None' : count(met)} of ${countries(of)} ${met < 2 ? 'has' : 'have'} met it${overdue > 0 ? `; for ${count(overdue)} it is overdue` : ''}; ${told === 0 ? 'nothing is recorded about any' : `something is recorded about ${count(told)}`}.`,
  none: 'This region has no countries on the day shown, or the promise is kept by others than they.',
  whoHint: 'A country’s sign opens the evidence behind it.',
  more: (name: string) => `Why it is so for ${name}`,
  timeHint: 'As it stood at the end of each year, by what is known at the moment shown above.',
  timeSays: (from: string, until: string) => `A column a year, from ${date(from)} to ${date(until)}, of how many countries stood with which status.`,
  dueMark: (day: string) => `Due ${date(day)}`,
  tooEarly: 'The day shown is before the promise was made: there is nothing to show over time yet.',
  lateLead: (acts: number, median: number, ninth: number) =>
    `From the day of an act to the day this ledger learned of it: ${plural(median, { one: '# day', other: '# days' })} at the median of ${plural(acts, { one: '# act', other: '# acts' })}, ${plural(ninth, { one: '# day', other: '# days' })} for nine in ten at the most.`,
  lateHint: 'A year or a month counts from its last day. What was imported long after it was done counts as late as it came here.',
  lateNone: 'Nothing is recorded about this promise in this region. An act or a report, told by anyone with the standing for it, would fill this.',
  country: 'Country', act: 'What', on: 'Held on', learned: 'Learned', days: 'Days between', teller: 'Told by',
  sameNone: 'No other commitment is mapped to this one. A registry event commitment.mapped would do so.',
  sameLead: 'Counted as the same promise, by the registry:',
};
