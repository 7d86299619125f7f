import type { Section, Words } from '../../language';

const kinds: Words['terms']['kinds'] = {
  states: 'Estados', government: 'gobierno', local_government: 'administración local', intergovernmental: 'organización intergubernamental', international_ngo: 'ONG internacional',
  national_ngo: 'ONG nacional', private_sector: 'empresa', youth_committee: 'comité de jóvenes', academic: 'institución académica', professional_body: 'colegio profesional',
  depositary: 'depositario', secretariat: 'secretaría', treaty_body: 'órgano de tratado', media: 'medios', community: 'comunidad', regional_body: 'organización regional', observer: 'observador',
  all: 'todos', companies: 'empresas', donors: 'donantes', financial_institutions: 'bancos y servicios de pago', intergovernmental_bodies: 'organizaciones intergubernamentales', internet_providers: 'proveedores de Internet',
  ngos: 'ONG', tourism_companies: 'empresas de turismo', universities: 'universidades', young_people: 'jóvenes',
};
const types: Words['terms']['types'] = {
  'agreement.ended': 'acuerdo terminado', 'agreement.signed': 'acuerdo firmado', 'claim.corroborated': 'afirmación corroborada', 'claim.disputed': 'afirmación impugnada',
  'code_of_conduct.reported': 'informe del Código de conducta', 'code_of_conduct.signed': 'Código de conducta firmado', 'code_of_conduct.withdrawn': 'Código de conducta abandonado',
  'commitment.amended': 'compromiso modificado', 'commitment.defined': 'compromiso definido', 'commitment.mapped': 'compromisos puestos en correspondencia', 'commitment.superseded': 'compromiso sustituido', 'commitment.unmapped': 'correspondencia terminada',
  'country.registered': 'país inscrito', 'credential.issued': 'credencial expedida', 'credential.revoked': 'credencial revocada', 'data_collection.established': 'recopilación de datos establecida',
  'declaration.adopted': 'declaración aprobada', 'declaration.left': 'declaración abandonada', 'event.corrected': 'corrección', 'event.retracted': 'retirada de un hecho',
  'focal_point.designated': 'punto focal designado', 'focal_point.ended': 'mandato del punto focal terminado', 'framework.amended': 'marco modificado', 'framework.defined': 'marco definido',
  'hotline.closed': 'línea directa cerrada', 'hotline.opened': 'línea directa abierta', 'indicator.reported': 'indicador comunicado', 'instrument.amended': 'instrumento modificado', 'instrument.defined': 'instrumento definido',
  'ledger.described': 'registro descrito', 'legislation.enacted': 'ley promulgada', 'legislation.repealed': 'ley derogada',
  'meeting.agenda_set': 'programa fijado', 'meeting.concluded': 'reunión clausurada', 'meeting.contribution_made': 'intervención en una reunión', 'meeting.convened': 'reunión convocada',
  'meeting.participant_registered': 'delegación inscrita', 'meeting.recommendation_adopted': 'recomendación aprobada', 'membership.ended': 'fin de la pertenencia a una región', 'membership.started': 'inicio de la pertenencia a una región',
  'participation.reported': 'participación de los jóvenes comunicada', 'plan.adopted': 'plan aprobado', 'plan.ended': 'plan terminado', 'plan.evaluated': 'plan evaluado', 'plan.revised': 'plan revisado',
  'programme.ended': 'programa terminado', 'programme.reported': 'informe sobre un programa', 'programme.started': 'programa iniciado', 'progress.reported': 'progresos comunicados', 'protection_system.evaluated': 'sistema de protección evaluado',
  'rapporteur.appointed': 'relator nombrado', 'rapporteur.ended': 'mandato del relator terminado', 'recommendation.received': 'recomendación recibida', 'referral_mechanism.mapped': 'mecanismo de remisión descrito',
  'region.amended': 'región modificada', 'region.defined': 'región definida', 'research.published': 'estudio publicado', 'resources.committed': 'recursos comprometidos', 'safeguard.deployed': 'salvaguardia aplicada',
  'stakeholder.amended': 'parte interesada modificada', 'stakeholder.ended': 'parte interesada extinguida', 'stakeholder.registered': 'parte interesada inscrita', 'taskforce.established': 'equipo especial creado', 'training.delivered': 'formación impartida',
  'treaty.declaration_made': 'declaración sobre un tratado', 'treaty.denounced': 'tratado denunciado', 'treaty.ratified': 'ratificación de un tratado o adhesión', 'treaty.signed': 'tratado firmado', 'trend.reported': 'tendencia comunicada',
  'youth_committee.ended': 'comité de jóvenes disuelto', 'youth_committee.established': 'comité de jóvenes creado',
};
const members: Words['terms']['members'] = {
  adopted_on: 'Aprobado', status_on: 'Situación al', runs_until: 'Hasta', covers: 'Abarca', has_indicators: 'Con indicadores', scope: 'Alcance', status: 'Dice', commitment: 'Compromiso', framework: 'Marco', frameworks: 'Marcos',
  instrument: 'Tratado', form: 'Forma', deposited_on: 'Depositado', signed_on: 'Firmado', designated_on: 'Designado', citation: 'Fuente', scheme: 'Escala', scheme_status: 'En esa escala',
};
export const terms: Section<'terms'> = {
  kinds, types, members,
  treatyRatified: (instrument: string) => `la ratificación del tratado ${instrument} o la adhesión a él`,
  planAdopted: (framework: string, withIndicators: boolean) => 'un plan aprobado' + (framework ? ` que abarca «${framework}»` : '') + (withIndicators ? ', con indicadores' : ''),
  declarationAdopted: (framework: string) => (framework ? `«${framework}» aprobado` : 'una declaración aprobada'),
};
