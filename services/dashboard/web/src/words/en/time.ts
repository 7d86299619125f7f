// The two clocks and what is marked on them.
import { date, plural, yearOf } from '../../say';

export const time = {
  both: 'Both clocks',
  another: 'Choose another day, or what was known then',
  adopted: (place: string | null) => (place ? `${place}: adopted` : 'adopted'),
  adoptedLong: (place: string | null, day: string) => (place ? `Adopted in ${place} on ${date(day)}` : `Adopted ${date(day)}`),
  due: (day: string) => `due ${yearOf(day)}`,
  dueLong: (day: string, n: number) => `${plural(n, { one: '# commitment falls due', other: '# commitments fall due' })} on ${date(day)}`,
  meeting: (place: string) => place,
  meetingLong: (title: string, day: string) => `${title}, ${date(day)}`,
  play: 'Play from 1996',
  playOn: 'Play from here',
  pause: 'Pause',
  back: (mark: string) => `Back to: ${mark}`,
  forward: (mark: string) => `On to: ${mark}`,
  noneBefore: 'No earlier mark',
  noneAfter: 'No later mark',
  pin: 'pin this',
  pinMeans: 'Keeps the day and the ledger’s position in the address, so that the link shows the same for ever',
  pinned: (records: number) => `Pinned: only the ledger’s first ${plural(records, { one: '# record counts', other: '# records count' })}, whatever is learned later. This address shows the same, to the byte, for ever.`,
  pinnedClock: (records: number) => plural(records, { one: 'the ledger’s first record', other: 'the ledger’s first # records' }),
  begunToday: 'This ledger was begun today; it knew nothing before.',
  copy: 'Copy the link',
  copied: 'Copied.',
  notCopied: 'The browser does not allow it; copy the address from its bar.',
};
