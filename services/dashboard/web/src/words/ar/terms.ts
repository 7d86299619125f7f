import type { Section, Words } from '../../language';
import { name } from './nouns';

const kinds: Words['terms']['kinds'] = {
  states: 'الدول', government: 'حكومة', local_government: 'حكومة محلية', intergovernmental: 'هيئة حكومية دولية', international_ngo: 'منظمة دولية غير حكومية',
  national_ngo: 'منظمة وطنية غير حكومية', private_sector: 'شركة', youth_committee: 'لجنة شبابية', academic: 'مؤسسة أكاديمية', professional_body: 'هيئة مهنية',
  depositary: 'وديع', secretariat: 'أمانة', treaty_body: 'هيئة معاهدة', media: 'وسائط الإعلام', community: 'مجتمع محلي', regional_body: 'هيئة إقليمية', observer: 'مراقب',
  all: 'الجميع', companies: 'الشركات', donors: 'الجهات المانحة', financial_institutions: 'المصارف وخدمات الدفع', intergovernmental_bodies: 'الهيئات الحكومية الدولية', internet_providers: 'مقدمو خدمات الإنترنت',
  ngos: 'المنظمات غير الحكومية', tourism_companies: 'شركات السياحة', universities: 'الجامعات', young_people: 'الشباب',
};
const types: Words['terms']['types'] = {
  'agreement.ended': 'انتهاء اتفاق', 'agreement.signed': 'توقيع اتفاق', 'claim.corroborated': 'تأكيد قول', 'claim.disputed': 'اعتراض على قول',
  'code_of_conduct.reported': 'تقرير بموجب مدونة السلوك', 'code_of_conduct.signed': 'توقيع مدونة السلوك', 'code_of_conduct.withdrawn': 'سحب توقيع مدونة السلوك',
  'commitment.amended': 'تعديل التزام', 'commitment.defined': 'تعريف التزام', 'commitment.mapped': 'ربط التزامات', 'commitment.superseded': 'استبدال التزام', 'commitment.unmapped': 'إنهاء ربط التزامات',
  'country.registered': 'تسجيل دولة', 'credential.issued': 'إصدار اعتماد دخول', 'credential.revoked': 'إلغاء اعتماد دخول', 'data_collection.established': 'إنشاء جمع بيانات',
  'declaration.adopted': 'اعتماد إعلان', 'declaration.left': 'الخروج من إعلان', 'event.corrected': 'تصحيح', 'event.retracted': 'سحب',
  'focal_point.designated': 'تعيين جهة تنسيق', 'focal_point.ended': 'انتهاء ولاية جهة تنسيق', 'framework.amended': 'تعديل إطار', 'framework.defined': 'تعريف إطار',
  'hotline.closed': 'إغلاق خط ساخن', 'hotline.opened': 'فتح خط ساخن', 'indicator.reported': 'إبلاغ مؤشر', 'instrument.amended': 'تعديل صك', 'instrument.defined': 'تعريف صك',
  'ledger.described': 'وصف السجل', 'legislation.enacted': 'سنّ قانون', 'legislation.repealed': 'إلغاء قانون',
  'meeting.agenda_set': 'وضع جدول الأعمال', 'meeting.concluded': 'اختتام اجتماع', 'meeting.contribution_made': 'مساهمة في اجتماع', 'meeting.convened': 'الدعوة إلى اجتماع',
  'meeting.participant_registered': 'تسجيل وفد', 'meeting.recommendation_adopted': 'اعتماد توصية', 'membership.ended': 'انتهاء عضوية في منطقة', 'membership.started': 'بدء عضوية في منطقة',
  'participation.reported': 'تقرير عن مشاركة الشباب', 'plan.adopted': 'اعتماد خطة', 'plan.ended': 'انتهاء خطة', 'plan.evaluated': 'تقييم خطة', 'plan.revised': 'تنقيح خطة',
  'programme.ended': 'انتهاء برنامج', 'programme.reported': 'تقرير عن برنامج', 'programme.started': 'بدء برنامج', 'progress.reported': 'تقرير عن التقدم المحرز', 'protection_system.evaluated': 'تقييم نظام الحماية',
  'rapporteur.appointed': 'تعيين مقرر', 'rapporteur.ended': 'انتهاء ولاية مقرر', 'recommendation.received': 'تلقي توصية', 'referral_mechanism.mapped': 'مسح آلية الإحالة',
  'region.amended': 'تعديل منطقة', 'region.defined': 'تعريف منطقة', 'research.published': 'نشر بحث', 'resources.committed': 'تخصيص موارد', 'safeguard.deployed': 'تطبيق تدبير حماية',
  'stakeholder.amended': 'تعديل جهة معنية', 'stakeholder.ended': 'انتهاء جهة معنية', 'stakeholder.registered': 'تسجيل جهة معنية', 'taskforce.established': 'إنشاء فرقة عمل', 'training.delivered': 'تقديم تدريب',
  'treaty.declaration_made': 'إعلان بشأن معاهدة', 'treaty.denounced': 'نقض معاهدة', 'treaty.ratified': 'تصديق على معاهدة أو انضمام إليها', 'treaty.signed': 'توقيع معاهدة', 'trend.reported': 'تقرير عن اتجاه',
  'youth_committee.ended': 'انتهاء لجنة شبابية', 'youth_committee.established': 'إنشاء لجنة شبابية',
};
const members: Words['terms']['members'] = {
  adopted_on: 'تاريخ الاعتماد', status_on: 'الوضع في', runs_until: 'يستمر حتى', covers: 'يغطي', has_indicators: 'بمؤشرات', scope: 'النطاق', status: 'يقول', commitment: 'الالتزام', framework: 'الإطار', frameworks: 'الأطر',
  instrument: 'المعاهدة', form: 'الشكل', deposited_on: 'تاريخ الإيداع', signed_on: 'تاريخ التوقيع', designated_on: 'تاريخ التعيين', citation: 'المصدر', scheme: 'المقياس', scheme_status: 'على ذلك المقياس',
};

export const terms: Section<'terms'> = {
  kinds, types, members,
  treatyRatified: (instrument: string) => `التصديق على المعاهدة ${name(instrument)} أو الانضمام إليها`,
  planAdopted: (framework: string, withIndicators: boolean) => 'اعتماد خطة' + (framework ? ` تغطي «${name(framework)}»` : '') + (withIndicators ? '، مع مؤشرات' : ''),
  declarationAdopted: (framework: string) => (framework ? `اعتماد «${name(framework)}»` : 'اعتماد إعلان'),
};
