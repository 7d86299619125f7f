// What happened, newest first.
import { plural } from '../../say';

export const activity = {
  title: 'Activity',
  deck: 'Every act that the ledger has admitted, by when it was learned, the newest first. What was refused is told only to who sent it.',
  filters: 'What is listed',
  where: 'Where',
  anywhere: 'Everywhere',
  country: 'Country',
  anyCountry: 'All countries',
  kind: 'Kind of act',
  anyKind: 'All kinds',
  teller: 'Told by',
  anyone: 'Everyone',
  clear: 'Remove all filters',
  list: 'What happened',
  onPage: (n: number, more: boolean) => (more ? plural(n, { one: '# act on this page; older ones follow.', other: '# acts on this page; older ones follow.' }) : plural(n, { one: '# act, and no older one.', other: '# acts, and no older ones.' })),
  learnedOn: (day: string) => `Learned on ${day}`,
  older: 'Older',
  newest: 'Back to the newest',
  feed: 'Atom feed of this list',
  about: 'What passes these filters is shown here as it lands.',
  empty: 'Nothing of this kind has been admitted. The first act that a partner submits and that passes these filters starts the list.',
  emptyPage: 'Nothing on this page passes the filters, but older acts may.',
};
