// A stakeholder's page.
import { plural } from '../../say';

export const organisation = {
  deck: (kind: string) => `Registered in this ledger as: ${kind}.`,
  invented: 'For show and for tests: neither this body nor any of its acts exists.',
  told: 'In this ledger',
  said: 'Everything it told, newest first',
  home: 'At home in',
  homeNowhere: 'No single country',
  activeIn: 'Active in',
  speaksOf: 'May speak about',
  everywhere: 'Every country and region',
  onlyItself: (government: boolean): string => (government ? 'Its own country' : 'Itself'),
  duties: 'Duties',
  duty: { depositary: 'Depositary', monitor: 'Monitor', convenor: 'Convenor', co_organiser: 'Co-organiser', registrar: 'Registrar of this ledger' } as Record<string, string>,
  dutyOf: ': ',
  since: 'Known since',
  until: 'Ended',
  before: 'Before it',
  after: 'Carried on by',
  promises: 'What it must keep',
  noPromises: 'No framework holds a commitment for a body of its kind on the day shown. A framework that does would put it here.',
  promisesOfCountry: (country: string) => `What a government must keep stands on its country’s page: ${country}.`,
  withoutEvidence: (n: number) => plural(n, { one: '# promise without evidence', other: '# promises without evidence' }),
  programmes: 'What it runs, or told of',
  noProgrammes: 'No programme of it is told of. Its own word that one started, with where and what kind of work, would stand here.',
  code: 'The Code of Conduct',
};
