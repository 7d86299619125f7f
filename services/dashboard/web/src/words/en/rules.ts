// An evidence rule in words: what must be told for a promise to count as met. Types of act, conditions on what they say, and
// the values that a condition names.
import { date, listed, plural } from '../../say';

type Asked = { instrument: string; framework: string };

// Each says one act, given the treaty and the framework it is about ('' if none is named).
const acts: Record<string, (of: Asked) => string> = {
  'treaty.ratified': ({ instrument }) => `the treaty ${instrument} ratified or acceded to`,
  'treaty.signed': ({ instrument }) => `the treaty ${instrument} signed`,
  'declaration.adopted': ({ framework }) => (framework ? `“${framework}” adopted` : 'a declaration adopted'),
  'plan.adopted': ({ framework }) => (framework ? `a plan adopted that covers “${framework}”` : 'a plan adopted'),
  'plan.evaluated': () => 'a plan evaluated',
  'focal_point.designated': ({ framework }) => (framework ? `a focal point designated for “${framework}”` : 'a focal point designated'),
  'rapporteur.appointed': () => 'a rapporteur or an ombudsperson appointed',
  'data_collection.established': ({ framework }) => (framework ? `data collection established for “${framework}”` : 'data collection established'),
  'indicator.reported': () => 'an indicator reported',
  'research.published': () => 'research published',
  'youth_committee.established': () => 'a youth committee established',
  'participation.reported': () => 'young people’s participation reported',
  'legislation.enacted': () => 'a law enacted',
  'agreement.signed': () => 'an agreement signed',
  'referral_mechanism.mapped': () => 'the referral mechanism mapped',
  'protection_system.evaluated': () => 'the protection system evaluated',
  'taskforce.established': () => 'a task force established',
  'hotline.opened': () => 'a hotline opened',
  'training.delivered': () => 'training delivered',
  'resources.committed': ({ framework }) => (framework ? `money or means committed for “${framework}”` : 'money or means committed'),
  'programme.started': () => 'a programme started',
  'programme.reported': () => 'a programme’s report',
  'code_of_conduct.signed': ({ framework }) => (framework ? `the code of conduct “${framework}” signed` : 'a code of conduct signed'),
  'code_of_conduct.reported': () => 'the yearly report under the code of conduct',
  'safeguard.deployed': () => 'a safeguard put in place',
  'trend.reported': () => 'a trend reported',
  'progress.reported': () => 'progress reported',
};

// A condition on one thing that an act says; the values are listed already, '' where any will do.
const conditions: Record<string, (values: string) => string> = {
  activities: (v) => `its work among: ${v}`,
  audience: (v) => `for one of: ${v}`,
  topics: (v) => `on one of: ${v}`,
  themes: (v) => `on one of: ${v}`,
  kind: (v) => `of the kind: ${v}`,
  rung: (v) => `with a say at least such as: ${v}`,
  criteria: (v) => `with: ${v}`,
  members: (v) => `with a member from: ${v}`,
  frameworks: (v) => `for: ${v}`,
  coverage_percent: (v) => `covering ${v} per cent`,
  countries: () => 'with other countries',
  others: () => 'with others than states',
  disaggregated_by: () => 'with data broken down',
  independent: () => 'independent of the government',
  advises_government: () => 'advising the government',
  views_of_young_people: () => 'that asked young people for their views',
  evaluated: () => 'with an evaluation',
  least_sentence_months: () => 'with a least sentence set',
  recommended_measures: () => 'with measures recommended',
};

// Values by the names that the API gives them; kinds of field work and the Code's criteria have their words in programmes.ts
// and code.ts, and what is missing everywhere is written plainly.
const values: Record<string, string> = {
  // laws
  prostitution_of_children: 'prostitution of children', production_and_distribution: 'production and distribution', child_trafficking: 'child trafficking', possession: 'possession',
  access_and_viewing: 'access and viewing', online_solicitation: 'online solicitation', offences_without_contact: 'offences without contact', blocking_of_content: 'blocking of content',
  non_penalisation_of_victims: 'victims go unpunished', witness_protection: 'protection of witnesses', victim_identification: 'identification of victims', criminal_procedure: 'criminal procedure',
  status_of_trafficked_children: 'status of trafficked children', social_protection: 'social protection', education: 'education', media: 'the media', child_protection: 'child protection',
  extraterritoriality: 'extraterritorial reach', double_criminality: 'double criminality', definition_of_child_pornography: 'definition of child pornography', child_labour: 'child labour',
  offender_management: 'management of offenders', adolescent_offenders: 'adolescent offenders', duties_of_companies: 'duties of companies', penalties: 'penalties', registration_of_addresses: 'registration of addresses', tourism: 'tourism',
  // who was trained
  police: 'police', customs: 'customs', prosecutors: 'prosecutors', judges: 'judges', lawyers: 'lawyers', officials: 'officials', teachers: 'teachers', parents: 'parents', caregivers: 'caregivers',
  social_workers: 'social workers', health_workers: 'health workers', community_leaders: 'community leaders', young_people: 'young people', tourism_staff: 'tourism staff', technology_staff: 'technology staff', finance_staff: 'finance staff',
  // kinds of agreement, hotline, rapporteur, safeguard, participation
  memorandum_of_understanding: 'memorandum of understanding', bilateral_treaty: 'bilateral treaty', multilateral_agreement: 'multilateral agreement', police_cooperation: 'police cooperation', partnership: 'partnership',
  helpline: 'helpline', content_reporting: 'reporting of content', tourism_reporting: 'reporting in tourism', ombudsperson: 'ombudsperson', children_commissioner: 'children’s commissioner',
  content_blocking: 'blocking of content', payment_refusal: 'refusal of payments', contact_filtering: 'filtering of contacts', age_verification: 'age checks', search_warnings: 'warnings beside searches',
  policy: 'policy', plan: 'a plan', legislation: 'a law', monitoring: 'monitoring', research: 'research', services: 'services',
  assigned_but_informed: 'assigned but informed', consulted_and_informed: 'consulted and informed', adult_initiated_shared_decisions: 'decisions shared, begun by adults',
  child_initiated_and_directed: 'begun and directed by children', child_initiated_shared_decisions: 'decisions shared, begun by children',
  // themes and members
  participation: 'participation', prevention: 'prevention', protection: 'protection', recovery: 'recovery', legal: 'law', online: 'the Internet', trafficking: 'trafficking', 'private-sector': 'the private sector',
  government: 'the government', 'private sector': 'the private sector', companies: 'companies', business: 'business', 'civil society': 'civil society', NGOs: 'NGOs',
  // the Code's criteria
  met: 'met', partly_met: 'partly met',
};

const actors: Record<string, string> = {
  states: 'states', ngos: 'non-governmental organisations', companies: 'companies', intergovernmental_bodies: 'intergovernmental bodies', all: 'all', tourism_companies: 'companies in tourism',
  universities: 'universities', internet_providers: 'internet providers', media: 'the media', young_people: 'young people', donors: 'donors', financial_institutions: 'financial institutions',
};

export const rules = {
  acts, conditions, values, actors,
  withConditions: (act: string, conditionsSaid: string[]) => (conditionsSaid.length > 0 ? `${act}, ${conditionsSaid.join(', ')}` : act),
  indicators: 'with indicators',
  standing: { authority: 'told by the authority on it', monitor: 'told by a monitor or the authority', other: '' },
  lasts: (n: number, unit: string) => `no older than ${({ days: plural(n, { one: '# day', other: '# days' }), months: plural(n, { one: '# month', other: '# months' }), years: plural(n, { one: '# year', other: '# years' }) })[unit] ?? `${n} ${unit}`}`,
  allOf: 'Met once all of this is told, and holds:', oneOf: 'Met once this is told, and holds:',
  partly: 'In progress once any of this is told:',
  onlyReport: 'No single act can prove it. It is met only by a report on progress that says so.',
  reportToo: 'A report on progress that says so counts as well; what stands on a report says that it does.',
  due: (day: string) => `Due ${date(day)}.`,
  noDue: 'No date was set.',
  saidOf: (who: string[], paragraph: string) => `Said of ${listed(who)}; ${paragraph}.`,
};
