// Focal points, rapporteurs, youth committees: of a region and of a country.
import { date, plural } from '../../say';

const countries = (n: number) => plural(n, { one: '# country', other: '# countries' });

export const mandates = {
  title: (region: string) => `Focal points of ${region}`,
  deck: 'Who is in charge in each country, who reports on it, and where young people have a committee of their own. Persons and their contacts are never shown here: signed-in stakeholders with the right to them are told by the API.',
  focalPoints: 'Focal points',
  rapporteurs: 'Rapporteurs and ombudspersons',
  youthCommittees: 'Youth committees',
  lead: (having: number, of: number) => (having === 0 ? `None of ${countries(of)} has one on the day shown, as far as is recorded.` : having === of ? `Each of ${countries(of)} has one on the day shown.` : `${countries(having)} of ${of} ${having === 1 ? 'has' : 'have'} one on the day shown.`),
  withoutLead: (n: number) => (n === 0 ? '' : `${countries(n)} without one, as far as is recorded:`),
  fillFocal: 'Nobody has told of a focal point here. An event focal_point.designated by a government, or by a monitor, would fill this.',
  fillRapporteur: 'Nobody has told of a rapporteur or an ombudsperson here. An event rapporteur.appointed would fill this.',
  fillYouth: 'Nobody has told of a youth committee here. An event youth_committee.established would fill this.',
  state: 'State', show: 'Which mandates', live: 'Live ones', all: 'All there were',
  states: { live: 'Live', lapsed: 'Run out', ended: 'Ended' },
  overTimeHint: 'Filled: live. Dashed: run out. Thin: ended. The table holds the live ones; choose all there were to read every one.',
  overTimeSays: (n: number, day: string) => `Bars of when the mandates of ${plural(n, { one: '# country or region', other: '# countries or regions' })} ran, up to ${date(day)}.`,
  country: 'Country', office: 'Office', institution: 'Institution', committee: 'Committee', since: 'Since', until: 'Until', frameworks: 'In charge of', kind: 'Kind', independent: 'Independent', advises: 'Advises the government', toldBy: 'Told by',
  ofRegion: 'The region’s own',
  allFrameworks: 'not limited',
  called: (place: string, year: string) => `${place} ${year}`,
  vacantSince: (day: string) => `vacant since ${date(day)}`,
  contactHeld: 'a contact is held',
  yes: 'yes', no: 'no', notSaid: 'not said',
  kinds: { national_rapporteur: 'national rapporteur', ombudsperson: 'ombudsperson', children_commissioner: 'children’s commissioner', equivalent_mechanism: 'equivalent mechanism' } as Record<string, string>,
};
