// The region page: matrix, counts, map.
import { count, date, plural } from '../../say';

const promises = (n: number) => plural(n, { one: '# promise', other: '# promises' });

export const region = {
  adopted: (name: string, day: string | null, place: string | null) => `${name}${day ? `, adopted ${date(day)}${place ? ` in ${place}` : ''}` : ''}.`,
  size: (commitments: number, countries: number) => `${plural(commitments, { one: '# commitment', other: '# commitments' })}, ${plural(countries, { one: '# country', other: '# countries' })}.`,
  inNumbers: 'In numbers',
  empty: 'This region has no countries, or this framework no commitments, on the day shown.',
  lead: (total: number, told: number, disputed: number) =>
    `Of ${promises(total)}, one for each country and commitment, ${told === 0 ? 'nothing is recorded about any' : `something is recorded about ${count(told)}`}${disputed ? `; ${plural(disputed, { one: '# is disputed', other: '# are disputed' })}` : ''}.`,
  csv: 'These numbers as CSV',
  matrix: 'Country by country',
  hint: 'A sign opens the evidence behind it; a country’s name and a commitment’s number open their own pages.',
  toMap: 'Show this commitment on the map',
  dueOn: (day: string) => `Due ${date(day)}`,
  noDue: 'Without a date',
  arrange: {
    label: 'How the matrix is arranged', group: 'Grouped', byTheme: 'by theme', byDue: 'by due date', countries: 'Countries', byName: 'by name', byMet: 'by number met', signs: 'Signs', usual: 'usual', large: 'large, for a hall', show: 'Also',
  },
  keys: 'Arrow keys move between signs, Enter opens.',
  scroll: 'The matrix, to scroll',
  commitment: 'Commitment',
  due: (day: string) => `Due ${date(day)}.`,
  noneYet: 'no evidence yet',
  themeTold: (met: number, late: number, any: number) => `${promises(met)} met${late ? `, ${count(late)} of them late` : ''}; something recorded about ${count(any)}`,
};
