/** The few codes every room speaks. Japanese names follow docs/glossary.md. */

/** 分類. What an opinion asks for; source: the classification scheme in docs/classification.md. */
export const OPINION_CLASSES = [
  'complaint',
  'operations_improvement',
  'policy_proposal',
  'inquiry',
  'appreciation',
  'out_of_scope',
] as const;
export type OpinionClass = (typeof OPINION_CLASSES)[number];

export const OPINION_CLASS_LABELS: Readonly<Record<OpinionClass, string>> = {
  complaint: '苦情',
  operations_improvement: '事務改善要望',
  policy_proposal: '政策提案',
  inquiry: '問合せ',
  appreciation: '感謝・感想',
  out_of_scope: '対象外',
};

/** Sub-type of `operations_improvement`: 苦情型 / 提案型. */
export const OPINION_SUBTYPES = ['complaint_led', 'proposal_led'] as const;
export type OpinionSubtype = (typeof OPINION_SUBTYPES)[number];
export const OPINION_SUBTYPE_LABELS: Readonly<Record<OpinionSubtype, string>> = {
  complaint_led: '苦情型',
  proposal_led: '提案型',
};

/** The classes that 市政への提案の件数 counts (小美玉市総合計画後期基本計画 第１節). */
export const PROPOSAL_CLASSES: readonly OpinionClass[] = ['operations_improvement', 'policy_proposal'];

/** 受付経路: how a submission reached the city. */
export const CHANNELS = ['web', 'email', 'letter', 'postcard', 'fax', 'phone', 'counter', 'event'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  web: 'ウェブ',
  email: 'メール',
  letter: '手紙',
  postcard: 'はがき',
  fax: 'ファクス',
  phone: '電話',
  counter: '窓口',
  event: '対話の場',
};

/** What the resident meant to send. */
export const SUBMISSION_KINDS = ['letter_to_mayor', 'web_opinion', 'proposal_postcard'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];
export const SUBMISSION_KIND_LABELS: Readonly<Record<SubmissionKind, string>> = {
  letter_to_mayor: '市長への手紙',
  web_opinion: '意見・提案',
  proposal_postcard: '私の提案はがき',
};

/** 対応の種別: what became of an opinion. */
export const OUTCOMES = ['implemented', 'planned', 'under_study', 'difficult', 'noted', 'explained'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  implemented: '実施しました',
  planned: '実施する予定です',
  under_study: '検討します',
  difficult: '難しい状況です',
  noted: '参考にします',
  explained: 'ご説明しました',
};
/** 「予定」「検討」 are promises: they are looked at again until done or declined. */
export const PROMISE_OUTCOMES: readonly Outcome[] = ['planned', 'under_study'];

/** 緊急: a hint of danger to someone. Source: docs/classification.md. */
export const URGENCY_KINDS = ['self_harm', 'abuse', 'threat', 'danger'] as const;
export type UrgencyKind = (typeof URGENCY_KINDS)[number];
export const URGENCY_LABELS: Readonly<Record<UrgencyKind, string>> = {
  self_harm: '自傷・自死のおそれ',
  abuse: '虐待・暴力のおそれ',
  threat: '脅迫',
  danger: '生命の危険',
};

/** What people said about urgency beside what was suggested. */
export const URGENCY_FATES = ['found', 'false_alarm', 'missed', 'quiet', 'undecided'] as const;
/** Suggested and urgent, suggested and not, not suggested and urgent, neither; suggested and sorted or closed without a decision. */
export type UrgencyFate = (typeof URGENCY_FATES)[number];

/** 年代. */
export const AGE_BANDS = ['under_10', '10s', '20s', '30s', '40s', '50s', '60s', '70s', '80s', '90s_over'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export const AGE_BAND_LABELS: Readonly<Record<AgeBand, string>> = {
  under_10: '10歳未満',
  '10s': '10代',
  '20s': '20代',
  '30s': '30代',
  '40s': '40代',
  '50s': '50代',
  '60s': '60代',
  '70s': '70代',
  '80s': '80代',
  '90s_over': '90代以上',
};

/** How a reply reaches its reader. */
export const REPLY_CHANNELS = ['email', 'post'] as const;
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];

/** Roles of staff accounts. */
export const ROLES = ['desk', 'section_member', 'section_approver', 'management', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  desk: '広報広聴担当',
  section_member: '担当課',
  section_approver: '担当課（決裁）',
  management: '管理職',
  administrator: 'システム管理者',
  auditor: '監査',
};

export const PII_KINDS = ['name', 'phone', 'email', 'address', 'plate', 'birthdate', 'mynumber', 'illness'] as const;
export type PiiKind = (typeof PII_KINDS)[number];
export const PII_LABELS: Readonly<Record<PiiKind, string>> = {
  name: '氏名',
  phone: '電話番号',
  email: 'メールアドレス',
  address: '住所',
  plate: '車の番号',
  birthdate: '生年月日',
  mynumber: 'マイナンバー',
  illness: '病気',
};

/** Of what kind a mark of personal information is; `other`: masks written by hand, of which nobody has said what they hide. */
export const MARK_KINDS = [...PII_KINDS, 'other'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
