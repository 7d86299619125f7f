// The field's terms: kinds of stakeholder, of actor, of event, by the names that the API gives them. What is missing here
// is shown by its name, written plainly (say.ts).
const kinds: Record<string, string> = {
  states: 'states', government: 'government', local_government: 'local government', intergovernmental: 'intergovernmental body', international_ngo: 'international NGO',
  national_ngo: 'national NGO', private_sector: 'company', youth_committee: 'youth committee', academic: 'academic institution', professional_body: 'professional body',
  depositary: 'depositary', secretariat: 'secretariat', treaty_body: 'treaty body', media: 'media', community: 'community',
};
const types: Record<string, string> = {
  'treaty.ratified': 'treaty ratified or acceded to', 'treaty.signed': 'treaty signed', 'plan.adopted': 'plan adopted', 'declaration.adopted': 'declaration adopted',
  'focal_point.designated': 'focal point designated', 'code_of_conduct.signed': 'Code of Conduct signed', 'progress.reported': 'progress reported',
};
export const terms = {
  kinds, types,
  treatyRatified: (instrument: string) => `the treaty ${instrument} ratified or acceded to`,
  planAdopted: (framework: string, withIndicators: boolean) => 'a plan adopted' + (framework ? ` that covers “${framework}”` : '') + (withIndicators ? ', with indicators' : ''),
  declarationAdopted: (framework: string) => (framework ? `“${framework}” adopted` : 'a declaration adopted'),
};
