// What falls due.
import { count, date, plural } from '../../say';

export const reminders = {
  title: (name: string) => `What falls due in ${name}`,
  deck: 'Commitments with a date, plans, mandates and agreements that run out, and the yearly reports of companies. Offices are named, their contacts never.',
  choices: 'What is listed',
  whom: 'Country', whole: 'The whole region',
  within: 'Falls due within',
  days: (n: number) => (n % 365 === 0 ? plural(n / 365, { one: '# year', other: '# years' }) : plural(n, { one: '# day', other: '# days' })),
  kind: 'Kind', anyKind: 'All kinds',
  kinds: { commitment: 'commitment', plan: 'plan', focal_point: 'focal point’s mandate', rapporteur: 'rapporteur’s mandate', agreement: 'agreement', code_of_conduct: 'report under the Code of Conduct' },
  office: 'Office in charge', anyOffice: 'All offices', noOffice: 'No office is named',
  state: 'State', both: 'Due and overdue', due: 'Due', overdue: 'Overdue',
  group: 'Grouped by', byDay: 'day', byOffice: 'office',
  lead: (due: number, overdue: number, within: string) => `${plural(due, { one: '# thing falls', other: '# things fall' })} due within ${within}; ${plural(overdue, { one: '# is overdue', other: '# are overdue' })}.`,
  fallsDue: 'Falls due', isOverdue: 'Overdue',
  what: 'What', who: 'Of whom', when: 'Day', howLong: 'From then', officeHead: 'Office in charge', record: 'Record',
  inDays: (n: number) => (n === 0 ? 'today' : plural(n, { one: 'in # day', other: 'in # days' })),
  agoDays: (n: number) => (n >= 730 ? plural(Math.floor(n / 365.25), { one: '# year over', other: '# years over' }) : plural(n, { one: '# day over', other: '# days over' })),
  on: (day: string) => date(day),
  list: (n: number) => `The list, ${count(n)} long, to scroll`,
  nothingDue: (within: string) => `Nothing falls due within ${within}. A commitment with a date, a plan with an end or a mandate for a time would be listed here before its day.`,
  nothingOverdue: 'Nothing is overdue by what the ledger holds. A day that passes without what it asks for puts a line here.',
  none: 'Nothing of this kind.',
  atom: 'Atom feed', ics: 'Calendar (iCalendar)', csv: 'CSV',
  take: 'The same list, kept up to date:',
  older: 'The next ones', first: 'Back to the first',
};
