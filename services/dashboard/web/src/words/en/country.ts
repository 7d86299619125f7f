// The country page.
import { plural } from '../../say';

export const country = {
  deck: (frameworks: number) => `What it promised, and what is recorded of it, in ${plural(frameworks, { one: '# framework', other: '# frameworks' })}.`,
  invented: 'For show and for tests: neither this country nor any of its acts exists.',
  none: 'No framework spoke to this country on the day shown. Adopting one, or being a member of a region that has one, puts it here.',
  commitments: (n: number) => plural(n, { one: '# commitment', other: '# commitments' }),
  number: 'No.', commitment: 'Commitment', due: 'Due', status: 'Status', since: 'Since', toldBy: 'Told by',
  csv: 'These rows as CSV',
};
