// The field's terms: kinds of stakeholder, of actor, of event, by the names that the API gives them. What is missing here
// is shown by its name, written plainly (say.ts).
const kinds: Record<string, string> = {
  states: 'states', government: 'government', local_government: 'local government', intergovernmental: 'intergovernmental body', international_ngo: 'international NGO',
  national_ngo: 'national NGO', private_sector: 'company', youth_committee: 'youth committee', academic: 'academic institution', professional_body: 'professional body',
  depositary: 'depositary', secretariat: 'secretariat', treaty_body: 'treaty body', media: 'media', community: 'community', regional_body: 'regional body', observer: 'observer',
  all: 'everyone', companies: 'companies', donors: 'donors', financial_institutions: 'banks and payment services', intergovernmental_bodies: 'intergovernmental bodies', internet_providers: 'internet providers',
  ngos: 'NGOs', tourism_companies: 'tourism companies', universities: 'universities', young_people: 'young people',
};
const types: Record<string, string> = {
  'agreement.ended': 'agreement ended', 'agreement.signed': 'agreement signed', 'claim.corroborated': 'claim corroborated', 'claim.disputed': 'claim disputed',
  'code_of_conduct.reported': 'report under the Code of Conduct', 'code_of_conduct.signed': 'Code of Conduct signed', 'code_of_conduct.withdrawn': 'Code of Conduct left',
  'commitment.amended': 'commitment amended', 'commitment.defined': 'commitment defined', 'commitment.mapped': 'commitments mapped', 'commitment.superseded': 'commitment superseded', 'commitment.unmapped': 'mapping of commitments ended',
  'country.registered': 'country registered', 'credential.issued': 'credential issued', 'credential.revoked': 'credential revoked', 'data_collection.established': 'data collection established',
  'declaration.adopted': 'declaration adopted', 'declaration.left': 'declaration left', 'event.corrected': 'correction', 'event.retracted': 'retraction',
  'focal_point.designated': 'focal point designated', 'focal_point.ended': 'focal point’s mandate ended', 'framework.amended': 'framework amended', 'framework.defined': 'framework defined',
  'hotline.closed': 'hotline closed', 'hotline.opened': 'hotline opened', 'indicator.reported': 'indicator reported', 'instrument.amended': 'instrument amended', 'instrument.defined': 'instrument defined',
  'ledger.described': 'ledger described', 'legislation.enacted': 'law enacted', 'legislation.repealed': 'law repealed',
  'meeting.agenda_set': 'agenda set', 'meeting.concluded': 'meeting concluded', 'meeting.contribution_made': 'contribution to a meeting', 'meeting.convened': 'meeting convened',
  'meeting.participant_registered': 'delegation registered', 'meeting.recommendation_adopted': 'recommendation adopted', 'membership.ended': 'membership of a region ended', 'membership.started': 'membership of a region begun',
  'participation.reported': 'participation of young people reported', 'plan.adopted': 'plan adopted', 'plan.ended': 'plan ended', 'plan.evaluated': 'plan evaluated', 'plan.revised': 'plan revised',
  'programme.ended': 'programme ended', 'programme.reported': 'programme reported on', 'programme.started': 'programme begun', 'progress.reported': 'progress reported', 'protection_system.evaluated': 'protection system evaluated',
  'rapporteur.appointed': 'rapporteur appointed', 'rapporteur.ended': 'rapporteur’s mandate ended', 'recommendation.received': 'recommendation received', 'referral_mechanism.mapped': 'referral mechanism mapped',
  'region.amended': 'region amended', 'region.defined': 'region defined', 'research.published': 'research published', 'resources.committed': 'resources committed', 'safeguard.deployed': 'safeguard deployed',
  'stakeholder.amended': 'stakeholder amended', 'stakeholder.ended': 'stakeholder ended', 'stakeholder.registered': 'stakeholder registered', 'taskforce.established': 'task force established', 'training.delivered': 'training delivered',
  'treaty.declaration_made': 'declaration to a treaty', 'treaty.denounced': 'treaty denounced', 'treaty.ratified': 'treaty ratified or acceded to', 'treaty.signed': 'treaty signed', 'trend.reported': 'trend reported',
  'youth_committee.ended': 'youth committee ended', 'youth_committee.established': 'youth committee established',
};
// Members of events' data, as a label.
const members: Record<string, string> = {
  adopted_on: 'Adopted on', status_on: 'As it stood on', runs_until: 'Runs until', covers: 'Covers', has_indicators: 'With indicators', scope: 'Scope', status: 'Says', commitment: 'Commitment', framework: 'Framework', frameworks: 'Frameworks',
  instrument: 'Treaty', form: 'Form', deposited_on: 'Deposited on', signed_on: 'Signed on', designated_on: 'Designated on', citation: 'Source', scheme: 'Scale', scheme_status: 'On that scale',
  about: 'Bears on', adopted: 'Framework adopted', base: 'Reckoned on', by: 'Broken down by', capacity: 'Takes part as', coverage_percent: 'Coverage in %', evaluated: 'Effect looked at', follows: 'Follows on', groups: 'For whom',
  lead: 'Office in charge', least_sentence_months: 'Least sentence in months', next: 'Next meeting', others: 'Other signatories', pattern: 'What is seen', process: 'Took part in', rung: 'Degree of participation', topics: 'Deals with',
  withdraws: 'Takes back',
};
export const terms = {
  kinds, types, members,
  treatyRatified: (instrument: string) => `the treaty ${instrument} ratified or acceded to`,
  planAdopted: (framework: string, withIndicators: boolean) => 'a plan adopted' + (framework ? ` that covers “${framework}”` : '') + (withIndicators ? ', with indicators' : ''),
  declarationAdopted: (framework: string) => (framework ? `“${framework}” adopted` : 'a declaration adopted'),
};
