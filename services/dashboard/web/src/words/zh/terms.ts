import type { Section, Words } from '../../language';

const kinds: Words['terms']['kinds'] = {
  states: '国家', government: '政府', local_government: '地方政府', intergovernmental: '政府间机构', international_ngo: '国际非政府组织',
  national_ngo: '国内非政府组织', private_sector: '企业', youth_committee: '青年委员会', academic: '学术机构', professional_body: '专业团体',
  depositary: '保存人', secretariat: '秘书处', treaty_body: '条约机构', media: '媒体', community: '社区', regional_body: '区域机构', observer: '观察员',
  ngos: '非政府组织', companies: '企业', intergovernmental_bodies: '政府间机构', all: '各方', tourism_companies: '旅游企业', universities: '大学',
  internet_providers: '互联网服务商', young_people: '青年', donors: '捐助方', financial_institutions: '金融机构',
};
const types: Words['terms']['types'] = {
  'agreement.ended': '协定终止', 'agreement.signed': '协定签署', 'claim.corroborated': '陈述得到证实', 'claim.disputed': '陈述受到质疑',
  'code_of_conduct.reported': '行为守则报告', 'code_of_conduct.signed': '签署行为守则', 'code_of_conduct.withdrawn': '退出行为守则',
  'commitment.amended': '承诺修订', 'commitment.defined': '承诺确定', 'commitment.mapped': '承诺对应', 'commitment.superseded': '承诺被取代', 'commitment.unmapped': '承诺对应解除',
  'country.registered': '国家登记', 'credential.issued': '发放凭证', 'credential.revoked': '撤销凭证', 'data_collection.established': '建立数据收集',
  'declaration.adopted': '通过宣言', 'declaration.left': '退出宣言', 'event.corrected': '更正', 'event.retracted': '撤回',
  'focal_point.designated': '指定协调人', 'focal_point.ended': '协调人任期结束', 'framework.amended': '框架修订', 'framework.defined': '框架确定',
  'hotline.closed': '热线关闭', 'hotline.opened': '热线开通', 'indicator.reported': '报告指标', 'instrument.amended': '文书修订', 'instrument.defined': '文书确定',
  'ledger.described': '账簿说明', 'legislation.enacted': '颁布法律', 'legislation.repealed': '废止法律',
  'meeting.agenda_set': '确定议程', 'meeting.concluded': '会议结束', 'meeting.contribution_made': '会议发言', 'meeting.convened': '召集会议',
  'meeting.participant_registered': '代表团登记', 'meeting.recommendation_adopted': '通过建议', 'membership.ended': '区域成员资格结束', 'membership.started': '区域成员资格开始',
  'participation.reported': '报告青年参与', 'plan.adopted': '通过计划', 'plan.ended': '计划结束', 'plan.evaluated': '计划评估', 'plan.revised': '计划修订',
  'programme.ended': '方案结束', 'programme.reported': '方案报告', 'programme.started': '方案启动', 'progress.reported': '报告进展', 'protection_system.evaluated': '评估保护体系',
  'rapporteur.appointed': '任命报告员', 'rapporteur.ended': '报告员任期结束', 'recommendation.received': '收到建议', 'referral_mechanism.mapped': '梳理转介机制',
  'region.amended': '区域修订', 'region.defined': '区域确定', 'research.published': '发表研究', 'resources.committed': '承诺资源', 'safeguard.deployed': '部署保障措施',
  'stakeholder.amended': '利益攸关方修订', 'stakeholder.ended': '利益攸关方终止', 'stakeholder.registered': '利益攸关方登记', 'taskforce.established': '成立工作队', 'training.delivered': '开展培训',
  'treaty.declaration_made': '条约声明', 'treaty.denounced': '退出条约', 'treaty.ratified': '批准或加入条约', 'treaty.signed': '签署条约', 'trend.reported': '报告趋势',
  'youth_committee.ended': '青年委员会结束', 'youth_committee.established': '成立青年委员会',
};
const members: Words['terms']['members'] = {
  adopted_on: '通过日期', status_on: '截至', runs_until: '有效至', covers: '涵盖', has_indicators: '含指标', scope: '范围', status: '陈述', commitment: '承诺', framework: '框架', frameworks: '框架',
  instrument: '条约', form: '方式', deposited_on: '交存日期', signed_on: '签署日期', designated_on: '指定日期', citation: '来源', scheme: '等级', scheme_status: '在该等级上',
};
export const terms: Section<'terms'> = {
  kinds, types, members,
  treatyRatified: (instrument: string) => `批准或加入条约 ${instrument}`,
  planAdopted: (framework: string, withIndicators: boolean) => (framework ? `通过涵盖“${framework}”的计划` : '通过计划') + (withIndicators ? '，含指标' : ''),
  declarationAdopted: (framework: string) => (framework ? `通过“${framework}”` : '通过宣言'),
};
