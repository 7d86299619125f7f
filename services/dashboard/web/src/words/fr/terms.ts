import type { Section, Words } from '../../language';

const kinds: Words['terms']['kinds'] = {
  states: 'États', government: 'gouvernement', local_government: 'collectivité locale', intergovernmental: 'organisation intergouvernementale', international_ngo: 'ONG internationale',
  national_ngo: 'ONG nationale', private_sector: 'entreprise', youth_committee: 'comité de jeunes', academic: 'établissement universitaire', professional_body: 'ordre professionnel',
  depositary: 'dépositaire', secretariat: 'secrétariat', treaty_body: 'organe conventionnel', media: 'médias', community: 'communauté', regional_body: 'organisation régionale', observer: 'observateur',
  all: 'tous', companies: 'entreprises', donors: 'donateurs', financial_institutions: 'banques et services de paiement', intergovernmental_bodies: 'organisations intergouvernementales', internet_providers: 'fournisseurs d’accès à Internet',
  ngos: 'ONG', tourism_companies: 'entreprises du tourisme', universities: 'universités', young_people: 'jeunes',
};
const types: Words['terms']['types'] = {
  'agreement.ended': 'accord ayant pris fin', 'agreement.signed': 'accord signé', 'claim.corroborated': 'affirmation confirmée', 'claim.disputed': 'affirmation contestée',
  'code_of_conduct.reported': 'rapport au titre du Code de conduite', 'code_of_conduct.signed': 'Code de conduite signé', 'code_of_conduct.withdrawn': 'Code de conduite quitté',
  'commitment.amended': 'engagement modifié', 'commitment.defined': 'engagement défini', 'commitment.mapped': 'engagements mis en correspondance', 'commitment.superseded': 'engagement remplacé', 'commitment.unmapped': 'correspondance levée',
  'country.registered': 'pays inscrit', 'credential.issued': 'identifiant délivré', 'credential.revoked': 'identifiant révoqué', 'data_collection.established': 'collecte de données mise en place',
  'declaration.adopted': 'déclaration adoptée', 'declaration.left': 'déclaration quittée', 'event.corrected': 'correction', 'event.retracted': 'retrait d’un fait',
  'focal_point.designated': 'point focal désigné', 'focal_point.ended': 'mandat du point focal terminé', 'framework.amended': 'cadre modifié', 'framework.defined': 'cadre défini',
  'hotline.closed': 'ligne d’appel fermée', 'hotline.opened': 'ligne d’appel ouverte', 'indicator.reported': 'indicateur communiqué', 'instrument.amended': 'instrument modifié', 'instrument.defined': 'instrument défini',
  'ledger.described': 'registre décrit', 'legislation.enacted': 'loi adoptée', 'legislation.repealed': 'loi abrogée',
  'meeting.agenda_set': 'ordre du jour fixé', 'meeting.concluded': 'réunion close', 'meeting.contribution_made': 'intervention à une réunion', 'meeting.convened': 'réunion convoquée',
  'meeting.participant_registered': 'délégation inscrite', 'meeting.recommendation_adopted': 'recommandation adoptée', 'membership.ended': 'appartenance à une région terminée', 'membership.started': 'appartenance à une région commencée',
  'participation.reported': 'participation des jeunes rapportée', 'plan.adopted': 'plan adopté', 'plan.ended': 'plan terminé', 'plan.evaluated': 'plan évalué', 'plan.revised': 'plan révisé',
  'programme.ended': 'programme terminé', 'programme.reported': 'rapport sur un programme', 'programme.started': 'programme commencé', 'progress.reported': 'progrès rapporté', 'protection_system.evaluated': 'système de protection évalué',
  'rapporteur.appointed': 'rapporteur nommé', 'rapporteur.ended': 'mandat du rapporteur terminé', 'recommendation.received': 'recommandation reçue', 'referral_mechanism.mapped': 'mécanisme d’orientation décrit',
  'region.amended': 'région modifiée', 'region.defined': 'région définie', 'research.published': 'étude publiée', 'resources.committed': 'moyens engagés', 'safeguard.deployed': 'mesure de protection mise en place',
  'stakeholder.amended': 'partie prenante modifiée', 'stakeholder.ended': 'partie prenante disparue', 'stakeholder.registered': 'partie prenante inscrite', 'taskforce.established': 'équipe spéciale créée', 'training.delivered': 'formation donnée',
  'treaty.declaration_made': 'déclaration relative à un traité', 'treaty.denounced': 'traité dénoncé', 'treaty.ratified': 'traité ratifié ou adhésion', 'treaty.signed': 'traité signé', 'trend.reported': 'tendance rapportée',
  'youth_committee.ended': 'comité de jeunes dissous', 'youth_committee.established': 'comité de jeunes créé',
};
const members: Words['terms']['members'] = {
  adopted_on: 'Adopté le', status_on: 'Situation au', runs_until: 'Court jusqu’au', covers: 'Couvre', has_indicators: 'Avec indicateurs', scope: 'Portée', status: 'Dit', commitment: 'Engagement', framework: 'Cadre', frameworks: 'Cadres',
  instrument: 'Traité', form: 'Forme', deposited_on: 'Déposé le', signed_on: 'Signé le', designated_on: 'Désigné le', citation: 'Source', scheme: 'Échelle', scheme_status: 'Sur cette échelle',
};
export const terms: Section<'terms'> = {
  kinds, types, members,
  treatyRatified: (instrument: string) => `le traité ${instrument} ratifié, ou adhésion`,
  planAdopted: (framework: string, withIndicators: boolean) => 'un plan adopté' + (framework ? ` qui couvre « ${framework} »` : '') + (withIndicators ? ', avec indicateurs' : ''),
  declarationAdopted: (framework: string) => (framework ? `« ${framework} » adopté` : 'une déclaration adoptée'),
};
