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
  'agreement.ended': 'انتهاء اتفاق', 'agreement.signed': 'توقيع اتفاق', 'claim.corroborated': 'تأكيد قول', 'claim.disputed': 'منازعة في قول',
  'code_of_conduct.reported': 'تقرير بموجب مدونة قواعد السلوك', 'code_of_conduct.signed': 'التوقيع على مدونة قواعد السلوك', 'code_of_conduct.withdrawn': 'سحب التوقيع على مدونة قواعد السلوك',
  'commitment.amended': 'تعديل التزام', 'commitment.defined': 'تعريف التزام', 'commitment.mapped': 'ربط التزامات', 'commitment.superseded': 'حلول التزام محل آخر', 'commitment.unmapped': 'إنهاء ربط التزامات',
  'country.registered': 'تسجيل دولة', 'credential.issued': 'إصدار رمز دخول', 'credential.revoked': 'إلغاء رمز دخول', 'data_collection.established': 'إنشاء نظام لجمع البيانات',
  'declaration.adopted': 'اعتماد إعلان', 'declaration.left': 'الانسحاب من إعلان', 'event.corrected': 'تصحيح', 'event.retracted': 'سحب',
  'focal_point.designated': 'تعيين جهة تنسيق', 'focal_point.ended': 'انتهاء ولاية جهة تنسيق', 'framework.amended': 'تعديل إطار', 'framework.defined': 'تعريف إطار',
  'hotline.closed': 'إغلاق خط ساخن', 'hotline.opened': 'فتح خط ساخن', 'indicator.reported': 'الإبلاغ عن مؤشر', 'instrument.amended': 'تعديل صك', 'instrument.defined': 'تعريف صك',
  'ledger.described': 'وصف السجل', 'legislation.enacted': 'سنّ قانون', 'legislation.repealed': 'إلغاء قانون',
  'meeting.agenda_set': 'وضع جدول الأعمال', 'meeting.concluded': 'اختتام اجتماع', 'meeting.contribution_made': 'مساهمة في اجتماع', 'meeting.convened': 'الدعوة إلى اجتماع',
  'meeting.participant_registered': 'تسجيل وفد', 'meeting.recommendation_adopted': 'اعتماد توصية', 'membership.ended': 'انتهاء عضوية في منطقة', 'membership.started': 'بدء عضوية في منطقة',
  'participation.reported': 'تقرير عن مشاركة الشباب', 'plan.adopted': 'اعتماد خطة', 'plan.ended': 'انتهاء خطة', 'plan.evaluated': 'تقييم خطة', 'plan.revised': 'تنقيح خطة',
  'programme.ended': 'انتهاء برنامج', 'programme.reported': 'تقرير عن برنامج', 'programme.started': 'بدء برنامج', 'progress.reported': 'تقرير عن التقدم المحرز', 'protection_system.evaluated': 'تقييم نظام الحماية',
  'rapporteur.appointed': 'تعيين مقرر', 'rapporteur.ended': 'انتهاء ولاية مقرر', 'recommendation.received': 'تلقي توصية', 'referral_mechanism.mapped': 'مسح آلية الإحالة',
  'region.amended': 'تعديل منطقة', 'region.defined': 'تعريف منطقة', 'research.published': 'نشر بحث', 'resources.committed': 'تخصيص موارد', 'safeguard.deployed': 'تطبيق تدبير حماية',
  'stakeholder.amended': 'تعديل صاحب مصلحة', 'stakeholder.ended': 'انتهاء صاحب مصلحة', 'stakeholder.registered': 'تسجيل صاحب مصلحة', 'taskforce.established': 'إنشاء فرقة عمل', 'training.delivered': 'تقديم تدريب',
  'treaty.declaration_made': 'إعلان بشأن معاهدة', 'treaty.denounced': 'الانسحاب من معاهدة', 'treaty.ratified': 'التصديق على معاهدة أو الانضمام إليها', 'treaty.signed': 'توقيع معاهدة', 'trend.reported': 'تقرير عن اتجاه',
  'youth_committee.ended': 'انتهاء لجنة شبابية', 'youth_committee.established': 'إنشاء لجنة شبابية',
};
const members: Words['terms']['members'] = {
  adopted_on: 'تاريخ الاعتماد', status_on: 'الوضع في', runs_until: 'يستمر حتى', covers: 'يغطي', has_indicators: 'بمؤشرات', scope: 'النطاق', status: 'الإفادة', commitment: 'الالتزام', framework: 'الإطار', frameworks: 'الأطر',
  instrument: 'المعاهدة', form: 'الشكل', deposited_on: 'تاريخ الإيداع', signed_on: 'تاريخ التوقيع', designated_on: 'تاريخ التعيين', citation: 'المصدر', scheme: 'المقياس', scheme_status: 'على ذلك المقياس',
  about: 'يتعلق بـ', across_borders: 'عبر الحدود', action_category: 'درجة الإجراء', active_in: 'تنشط في', activities: 'الأنشطة', actors: 'الجهات الفاعلة', adopted: 'الإطار المعتمد', advises_government: 'تقدم المشورة للحكومة',
  agreement: 'الاتفاق', amount: 'المبلغ', annotation: 'شرح', appointed_on: 'تاريخ التعيين', appointment: 'التعيين', article: 'المادة', audience: 'المتدربون', base: 'أساس الحساب', budget: 'الميزانية', by: 'مصنف بحسب', capacity: 'بصفة',
  closed_on: 'تاريخ الإغلاق', code: 'مدونة قواعد السلوك', commitments: 'الالتزامات', committed_on: 'تاريخ التخصيص', committee: 'اللجنة', concluded_on: 'تاريخ الاختتام', contact: 'بيانات الاتصال', countries: 'الدول', country: 'الدولة',
  coverage_percent: 'نسبة التغطية (%)', criteria: 'المعايير', criterion: 'المعيار', currency: 'العملة', data: 'البيانات', decimals: 'المنازل العشرية', delivered_on: 'تاريخ التقديم', deployed_on: 'تاريخ التطبيق', designation: 'التعيين',
  dimension: 'البعد', disaggregated_by: 'مصنفة بحسب', document: 'الوثيقة', due: 'الموعد المحدد', effect: 'الأثر', effective_on: 'تاريخ النفاذ', email: 'البريد الإلكتروني', enacted_on: 'تاريخ السنّ', ended_on: 'تاريخ الانتهاء',
  ends_on: 'ينتهي في', established_on: 'تاريخ الإنشاء', evaluated: 'قُيّم الأثر', evaluated_on: 'تاريخ التقييم', evaluator: 'الجهة المقيِّمة', event: 'الحدث', findings: 'الاستنتاجات', follows: 'متابعة لـ', forum: 'المحفل',
  free_of_charge: 'مجاني', from: 'من', from_country: 'من الدولة', gaps: 'الثغرات', groups: 'المستفيدون', held_on: 'تاريخ الانعقاد', hotline: 'الخط الساخن', hours: 'الساعات', in_force_on: 'تاريخ بدء النفاذ', independent: 'مستقل',
  indicator: 'المؤشر', institution: 'المؤسسة', issues: 'المسائل', kind: 'النوع', languages: 'اللغات', lead: 'المكتب المسؤول', least_sentence_months: 'أدنى عقوبة، بالأشهر', left_on: 'تاريخ الانسحاب', legislation: 'القانون',
  made_on: 'تاريخ الإصدار', mandate_until: 'الولاية حتى', mapped_on: 'تاريخ المسح', mechanism: 'الآلية', meeting: 'الاجتماع', members: 'الأعضاء', method: 'المنهجية', money: 'الأموال', name: 'الاسم', next: 'الاجتماع المقبل',
  notified_on: 'تاريخ الإشعار', number: 'الرقم', observed_on: 'تاريخ الرصد', opened_on: 'تاريخ الافتتاح', operated_by: 'تديره', organisers: 'المنظمون', others: 'موقعون آخرون', outcome: 'النتيجة', partners: 'الشركاء',
  pattern: 'الاتجاه', people: 'عدد الأشخاص', people_reached: 'عدد المستفيدين', period: 'الفترة', period_until: 'الفترة حتى', phone: 'الهاتف', place: 'المكان', plan: 'الخطة', process: 'العملية', programme: 'البرنامج',
  published: 'منشورة', published_on: 'تاريخ النشر', publisher: 'الناشر', purpose: 'الغرض', question: 'السؤال', questions: 'الأسئلة', reason: 'السبب', received_on: 'تاريخ التلقي', recommendation: 'التوصية',
  recommended_measures: 'التدابير الموصى بها', region: 'المنطقة', registered_on: 'تاريخ التسجيل', repealed_on: 'تاريخ الإلغاء', reported_on: 'تاريخ التقرير', response: 'الرد', revised_on: 'تاريخ التنقيح', role: 'الدور',
  round_the_clock: 'على مدار الساعة', rung: 'درجة المشاركة', services: 'الخدمات', session: 'الجلسة', sessions: 'الجلسات', set_on: 'تاريخ الوضع', stakeholder: 'صاحب المصلحة', started_on: 'تاريخ البدء', starts_on: 'يبدأ في',
  statement: 'البيان', summary: 'الملخص', text: 'النص', theme: 'الموضوع', themes: 'المواضيع', title: 'العنوان', topics: 'المواضيع المشمولة', type: 'النوع', unit: 'الوحدة', value: 'القيمة', views_of_young_people: 'آراء الشباب',
  withdrawn_on: 'تاريخ السحب', withdraws: 'ما يسحبه', year: 'السنة', young_people: 'الشباب', young_people_heard: 'استُمع إلى الشباب',
};

export const terms: Section<'terms'> = {
  kinds, types, members,
  treatyRatified: (instrument: string) => `التصديق على المعاهدة ${name(instrument)} أو الانضمام إليها`,
  planAdopted: (framework: string, withIndicators: boolean) => 'اعتماد خطة' + (framework ? ` تغطي «${name(framework)}»` : '') + (withIndicators ? '، مع مؤشرات' : ''),
  declarationAdopted: (framework: string) => (framework ? `اعتماد «${name(framework)}»` : 'اعتماد إعلان'),
};
