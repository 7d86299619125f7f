// The list of meetings.
import { plural, span } from '../../say';

export const meetings = {
  title: 'Meetings',
  deck: 'Where promises were made and looked at again: world congresses, and what regions did between them.',
  lanes: 'One after the other',
  lanesHint: 'A line leads from a meeting to the one that took up its recommendations, or that it named as the next.',
  world: 'All states',
  list: 'All meetings in time',
  count: (n: number) => plural(n, { one: '# meeting', other: '# meetings' }),
  when: 'When', what: 'Meeting', where: 'Place', whose: 'For', adopted: 'Adopted', follows: 'Takes up', pack: 'Pack', nextAfter: 'next after',
  days: (from: string, to: string) => span(from, to),
  spot: (place: string, title: string, from: string, to: string) => `${place}: ${title}, ${span(from, to)}`,
  state: { announced: 'announced', under_way: 'under way', held: '' },
  picture: (n: number) => plural(n, { one: '# meeting drawn on a line of years; the table below lists it.', other: '# meetings drawn on a line of years; the table below lists them.' }),
  nothing: '–',
  untold: 'Nobody has told when or where.',
  empty: 'Nobody has told the ledger of a meeting. An act of the kind “meeting convened” by whoever is charged to convene it puts it here.',
};
