import {
  CHANNEL_LABELS,
  OPINION_SUBTYPE_LABELS,
  OUTCOME_LABELS,
  URGENCY_LABELS,
  japaneseDate,
  type OpinionClass,
} from '@kotae/kernel';
import { CASE_FACT_KINDS, type CaseFactKind } from './case-fact';

/** Names for the codes that stand in facts. */
export interface HistoryNames {
  readonly topics: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
  readonly classes: Readonly<Record<OpinionClass, string>>;
  readonly finerClasses: ReadonlyMap<string, string>;
}

type Details = Readonly<Record<string, unknown>>;
type Sentence = (details: Details, names: HistoryNames) => string;

/** One sentence per kind; a kind without one does not compile. */
const SENTENCES: Readonly<Record<CaseFactKind, Sentence>> = {
  received: (d) => `${label(CHANNEL_LABELS, d['channel'])}で受け付けました。`,
  acknowledged: () => '受け付けたことを、メールでお知らせしました。',
  urgent_found: (d) => `緊急（${label(URGENCY_LABELS, d['urgent'])}）の可能性があると表示しました。`,
  urgent_acknowledged: (d) => `緊急（${label(URGENCY_LABELS, d['urgent'])}）を確認しました。`,
  urgent_marked: (d) => `緊急（${label(URGENCY_LABELS, d['urgent'])}）にしました。`,
  urgent_cleared: (d) => `緊急（${label(URGENCY_LABELS, d['urgent'])}）ではないと決めました。`,
  seen: () => '初めて開いて読みました。',
  scan_attached: () => '原本の画像を添えました。',
  opinions_decided: (d, names) => {
    const opinions = list(d['opinions']);
    return `意見${opinions.length}件に振り分けました。${opinions.map((o) => `${nth(o)}${labels(o, names)}`).join('、')}`;
  },
  opinions_changed: (d, names) => changeSentence(d, names),
  section_moved: (d, names) =>
    `組織の変更により、${nth(d)}の担当を${names.sections.get(text(d['from'])) ?? '前の課'}から${section(d, names)}に引き継ぎました。`,
  answer_drafted: (d, names) => `${section(d, names)}が、回答案を書き始めました。`,
  answer_submitted: (d, names) => `${section(d, names)}が、${nth(d)}の回答案を決裁に出しました。`,
  answer_approved: (d, names) =>
    `${section(d, names)}の${text(d['stop']) || '決裁者'}が、${nth(d)}の回答を決裁しました。`,
  answer_sent_back: (d, names) => `${nth(d)}の回答案を、${section(d, names)}に差し戻しました。`,
  answer_not_needed: (d) => `${nth(d)}には回答しないことにしました。`,
  outcome_decided: (d) => outcomeSentence(d),
  reply_edited: () => '回答の書き出しと結びを直しました。',
  reply_sending: () => '回答のメールを送り始めました。',
  reply_failed: () => '回答のメールを届けられませんでした。',
  reply_sent: (d) => (d['channel'] === 'email' ? '回答をメールで送りました。' : '回答を郵送しました。'),
  circulated: () => '供覧として完結しました。',
  forwarded: (d) => `${text(d['to']) || '他の機関'}へ移ちょうして完結しました。`,
  publication_drafted: () => '公表の案を作りました。',
  published: () => '質問と回答を公表しました。',
  publication_withdrawn: () => '公表を取り下げました。',
  feedback: (d) =>
    d['understood'] === true
      ? '差出人から「回答で分かった」と返事がありました。'
      : '差出人から「回答では分からなかった」と返事がありました。',
};

/** A fact of a submission's history in one plain sentence. */
export function historySentence(kind: string, details: Details, names: HistoryNames): string {
  return isKnown(kind) ? SENTENCES[kind](details, names) : '記録がありますが、この版では表示できません。';
}

/** What a person gave as the reason for a fact, or said with it. */
export function historyReason(details: Details): string | null {
  return text(details['reason']) || text(details['comment']) || null;
}

function isKnown(kind: string): kind is CaseFactKind {
  return (CASE_FACT_KINDS as readonly string[]).includes(kind);
}

function changeSentence(d: Details, names: HistoryNames): string {
  const parts = [
    ...list(d['relabelled']).map(
      (change) =>
        `${nth(record(change['after']))}を${labels(record(change['before']), names)}から${labels(record(change['after']), names)}に変えました`,
    ),
    ...(Array.isArray(d['resized']) && d['resized'].length > 0
      ? [`${d['resized'].map((n) => `意見${String(n)}`).join('、')}の範囲を変えました`]
      : []),
    ...list(d['added']).map((o) => `${nth(o)}（${labels(o, names)}）を加えました`),
    ...list(d['withdrawn']).map((o) => `前の${nth(o)}（${labels(o, names)}）を取り消しました`),
  ];
  return `${parts.join('。')}。`;
}

function outcomeSentence(d: Details): string {
  const on = text(d['on']);
  const next = text(d['nextLookOn']);
  const before = d['before'] == null ? '' : `「${label(OUTCOME_LABELS, d['before'])}」から`;
  return (
    `${nth(d)}の対応を、${before}「${label(OUTCOME_LABELS, d['outcome'])}」` +
    `（${on === '' ? '日付なし' : japaneseDate(on, 'short')}）としました。` +
    (next === '' ? '' : `${japaneseDate(next, 'short')}に見直します。`)
  );
}

function labels(o: Details, names: HistoryNames): string {
  const subtype = o['subtype'] == null ? '' : `・${label(OPINION_SUBTYPE_LABELS, o['subtype'])}`;
  const topic = names.topics.get(text(o['topic'])) ?? text(o['topic']);
  const finer =
    o['finerClass'] == null ? '' : `・${names.finerClasses.get(text(o['finerClass'])) ?? text(o['finerClass'])}`;
  return `【${label(names.classes, o['class'])}${subtype}${finer}／${topic}／${section(o, names)}】`;
}

function section(d: Details, names: HistoryNames): string {
  return names.sections.get(text(d['sectionId'])) ?? '担当課';
}

function nth(d: Details): string {
  return typeof d['ordinal'] === 'number' ? `意見${d['ordinal']}` : '意見';
}

function label(table: Readonly<Record<string, string>>, code: unknown): string {
  return table[text(code)] ?? text(code);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function record(value: unknown): Details {
  return typeof value === 'object' && value !== null ? (value as Details) : {};
}

function list(value: unknown): Details[] {
  return Array.isArray(value) ? value.map(record) : [];
}
