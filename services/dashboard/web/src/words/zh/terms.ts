import type { Section, Words } from '../../language';

const kinds: Words['terms']['kinds'] = {
  states: '国家', government: '政府', local_government: '地方政府', intergovernmental: '政府间机构', international_ngo: '国际非政府组织',
  national_ngo: '国内非政府组织', private_sector: '企业', youth_committee: '青年委员会', academic: '学术机构', professional_body: '专业团体',
  depositary: '保存人', secretariat: '秘书处', treaty_body: '条约机构', media: '媒体', community: '社区', regional_body: '区域机构', observer: '观察员',
  ngos: '非政府组织', companies: '企业', intergovernmental_bodies: '政府间机构', all: '各方', tourism_companies: '旅游企业', universities: '大学',
  internet_providers: '互联网服务提供商', young_people: '青年', donors: '捐助方', financial_institutions: '金融机构',
};
const types: Words['terms']['types'] = {
  'agreement.ended': '协定终止', 'agreement.signed': '协定签署', 'claim.corroborated': '陈述得到佐证', 'claim.disputed': '陈述受到质疑',
  'code_of_conduct.reported': '行为守则报告', 'code_of_conduct.signed': '签署行为守则', 'code_of_conduct.withdrawn': '撤回行为守则签署',
  'commitment.amended': '承诺修订', 'commitment.defined': '承诺确定', 'commitment.mapped': '承诺对应', 'commitment.superseded': '承诺被取代', 'commitment.unmapped': '承诺对应解除',
  'country.registered': '国家登记', 'credential.issued': '发放凭证', 'credential.revoked': '撤销凭证', 'data_collection.established': '建立数据收集机制',
  'declaration.adopted': '通过宣言', 'declaration.left': '退出宣言', 'event.corrected': '更正', 'event.retracted': '撤回',
  'focal_point.designated': '指定协调人', 'focal_point.ended': '协调人任期结束', 'framework.amended': '框架修订', 'framework.defined': '框架确定',
  'hotline.closed': '热线关闭', 'hotline.opened': '热线开通', 'indicator.reported': '报告指标', 'instrument.amended': '文书修订', 'instrument.defined': '文书确定',
  'ledger.described': '账簿说明', 'legislation.enacted': '颁布法律', 'legislation.repealed': '废止法律',
  'meeting.agenda_set': '确定议程', 'meeting.concluded': '会议闭幕', 'meeting.contribution_made': '会议发言', 'meeting.convened': '召集会议',
  'meeting.participant_registered': '代表团登记', 'meeting.recommendation_adopted': '通过建议', 'membership.ended': '区域成员资格结束', 'membership.started': '区域成员资格开始',
  'participation.reported': '报告青年参与情况', 'plan.adopted': '通过计划', 'plan.ended': '计划结束', 'plan.evaluated': '计划评估', 'plan.revised': '计划修订',
  'programme.ended': '方案结束', 'programme.reported': '方案报告', 'programme.started': '方案启动', 'progress.reported': '报告进展', 'protection_system.evaluated': '评估保护体系',
  'rapporteur.appointed': '任命报告员', 'rapporteur.ended': '报告员任期结束', 'recommendation.received': '收到建议', 'referral_mechanism.mapped': '梳理转介机制',
  'region.amended': '区域修订', 'region.defined': '区域确定', 'research.published': '发表研究', 'resources.committed': '划拨资源', 'safeguard.deployed': '部署保障措施',
  'stakeholder.amended': '利益攸关方修订', 'stakeholder.ended': '利益攸关方终止', 'stakeholder.registered': '利益攸关方登记', 'taskforce.established': '成立工作队', 'training.delivered': '开展培训',
  'treaty.declaration_made': '条约声明', 'treaty.denounced': '退出条约', 'treaty.ratified': '批准或加入条约', 'treaty.signed': '签署条约', 'trend.reported': '报告趋势',
  'youth_committee.ended': '青年委员会终止', 'youth_committee.established': '成立青年委员会',
};
const members: Words['terms']['members'] = {
  adopted_on: '通过日期', status_on: '截至', runs_until: '有效至', covers: '涵盖', has_indicators: '含指标', scope: '范围', status: '陈述', commitment: '承诺', framework: '框架', frameworks: '框架',
  instrument: '条约', form: '方式', deposited_on: '交存日期', signed_on: '签署日期', designated_on: '指定日期', citation: '来源', scheme: '评级体系', scheme_status: '在该体系中',
  about: '涉及', across_borders: '跨境', action_category: '行动类别', active_in: '活动国家', activities: '活动', actors: '行为方', adopted: '通过的框架', advises_government: '向政府提供咨询', agreement: '协定', amount: '金额', annotation: '说明',
  appointed_on: '任命日期', appointment: '任命', article: '条款', audience: '受训对象', base: '计算基数', budget: '预算', by: '分组依据', capacity: '参加身份', closed_on: '关闭日期', code: '行为守则', commitments: '承诺', committed_on: '划拨日期', committee: '委员会',
  concluded_on: '闭幕日期', contact: '联系方式', countries: '国家', country: '国家', coverage_percent: '覆盖率（%）', criteria: '标准', criterion: '标准', currency: '货币', data: '数据', decimals: '小数位数', delivered_on: '培训日期', deployed_on: '部署日期',
  designation: '指定', dimension: '维度', disaggregated_by: '分类依据', document: '文件', due: '期限', effect: '成效', effective_on: '生效日期', email: '电子邮件', enacted_on: '颁布日期', ended_on: '终止日期', ends_on: '结束日期', established_on: '设立日期',
  evaluated: '已评估成效', evaluated_on: '评估日期', evaluator: '评估方', event: '事件', findings: '评估结论', follows: '承接会议', forum: '通过场合', free_of_charge: '免费', from: '来自', from_country: '提出国', gaps: '不足', groups: '服务对象', held_on: '举行日期',
  hotline: '热线', hours: '学时', in_force_on: '生效日期', independent: '独立', indicator: '指标', institution: '机构', issues: '议题', kind: '类别', languages: '语言', lead: '牵头机构', least_sentence_months: '最低刑期（月）', left_on: '退出日期', legislation: '法律',
  made_on: '作出日期', mandate_until: '任期至', mapped_on: '梳理日期', mechanism: '机制', meeting: '会议', members: '成员', method: '方法', money: '资金', name: '姓名', next: '下次会议', notified_on: '通知日期', number: '编号', observed_on: '观察日期',
  opened_on: '开通日期', operated_by: '运营方', organisers: '组织方', others: '其他签署方', outcome: '成果', partners: '合作伙伴', pattern: '趋势', people: '人数', people_reached: '受益人数', period: '时期', period_until: '时期至', phone: '电话', place: '地点',
  plan: '计划', process: '参与事项', programme: '方案', published: '已公布', published_on: '发布日期', publisher: '出版方', purpose: '用途', question: '问题', questions: '问题', reason: '理由', received_on: '收到日期', recommendation: '建议',
  recommended_measures: '建议措施', region: '区域', registered_on: '登记日期', repealed_on: '废止日期', reported_on: '报告日期', response: '答复', revised_on: '修订日期', role: '职责', round_the_clock: '全天候', rung: '参与程度', services: '服务', session: '会次',
  sessions: '会次', set_on: '确定日期', stakeholder: '利益攸关方', started_on: '开始日期', starts_on: '开始日期', statement: '陈述', summary: '摘要', text: '文本', theme: '主题', themes: '主题', title: '标题', topics: '涉及事项', type: '类型', unit: '单位', value: '数值',
  views_of_young_people: '含青年意见', withdrawn_on: '撤回日期', withdraws: '撤回对象', year: '年份', young_people: '青年人数', young_people_heard: '已听取青年意见',
};
export const terms: Section<'terms'> = {
  kinds, types, members,
  treatyRatified: (instrument: string) => `批准或加入条约 ${instrument}`,
  planAdopted: (framework: string, withIndicators: boolean) => (framework ? `通过涵盖“${framework}”的计划` : '通过计划') + (withIndicators ? '，含指标' : ''),
  declarationAdopted: (framework: string) => (framework ? `通过“${framework}”` : '通过宣言'),
};
