import { japaneseDate } from '@kotae/kernel';
import type { CityChangeDraft } from '@kotae/persistence';

type Details = Readonly<Record<string, unknown>>;

const FIELDS: Readonly<Record<string, string>> = {
  name: '名前',
  active: '使うかどうか',
  section: '主に担当する課',
  keywords: '手がかりの言葉',
  rule: '見分け方',
  finer: '細分類',
  mayorName: '市長の名前',
  deskName: '担当の名前',
  deskPhone: '電話番号',
  deskPostalCode: '郵便番号',
  deskAddress: '住所',
  deskEmail: 'メールアドレス',
  districts: '地区',
  replyRule: '返事の期限',
  extraHolidays: '市独自の休みの日',
  replySigner: '回答の差出人',
  maskForSections: '担当課に個人情報を伏せるか',
  urgentLines: '緊急の相談先',
  publicWords: '個人情報として扱わない言葉',
  portalUrl: '市民向けページのアドレス',
  deskUrl: '職員向けページのアドレス',
};

/** One change of the city in plain sentences, for the history under its screens. */
export function changeSentence({ area, kind, details }: CityChangeDraft): string {
  const name = text(details['name']);
  if (area === 'settings') return fieldSentences(details, '');
  if (area === 'classes')
    return list(details['changes'])
      .map((change) => `分類「${text(change['class'])}」の${fieldSentence(change)}`)
      .join('');
  const what = area === 'topic' ? `分野「${name}」` : `課「${name}」`;
  if (kind === 'added') {
    const section = text(details['section']);
    return `${what}を加えました${section === '' ? '' : `（主に担当する課は${section}）`}。`;
  }
  if (kind === 'ordered') return area === 'topic' ? '分野の並び順を変えました。' : '課の並び順を変えました。';
  if (kind === 'merged') return mergedSentence(what, details);
  return fieldSentences(details, `${what}の`);
}

function mergedSentence(what: string, details: Details): string {
  const topics = words(details['topics']);
  const moved = [
    `意見${number(details['opinions'])}件`,
    `職員${number(details['staff'])}人`,
    `ひな形${number(details['templates'])}件`,
    ...(topics.length === 0 ? [] : [`分野${topics.map((topic) => `「${topic}」`).join('')}`]),
  ];
  return `${what}を「${text(details['into'])}」に統合し、${moved.join('、')}を引き継ぎました。`;
}

function fieldSentences(details: Details, owner: string): string {
  return list(details['changes'])
    .map((change) => owner + fieldSentence(change))
    .join('');
}

function fieldSentence(change: Details): string {
  const field = text(change['field']);
  const { before, after } = change;
  if (field === 'active') return after === true ? '使用を再開しました。' : '使用をやめました。';
  const label = FIELDS[field] ?? field;
  if (Array.isArray(before) && Array.isArray(after)) return `${label}を変えました${difference(before, after)}。`;
  return `${label}を「${shown(before)}」から「${shown(after)}」に変えました。`;
}

/** What came and what went of a list, as far as it can be said in a line. */
function difference(before: readonly unknown[], after: readonly unknown[]): string {
  const [old, now] = [before.map(shown), after.map(shown)];
  const added = now.filter((item) => !old.includes(item));
  const removed = old.filter((item) => !now.includes(item));
  const say = (items: string[], what: string) =>
    items.length === 0
      ? []
      : [`${what} ${items.slice(0, 5).join('・')}${items.length > 5 ? `ほか${items.length - 5}` : ''}`];
  const parts = [...say(added, '追加'), ...say(removed, '削除')];
  return parts.length === 0 ? '（並び順）' : `（${parts.join('、')}）`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? japaneseDate(value, 'short') : value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (typeof value !== 'object' || value === null) return 'なし';
  const record = value as Details;
  if ('days' in record) return `${number(record['days'])}${record['unit'] === 'open' ? '開庁日' : '日'}`;
  if ('phone' in record) return [text(record['name']), text(record['phone']), text(record['hours'])].join(' ').trim();
  return `${text(record['name'])}${record['active'] === false ? '（使わない）' : ''}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function list(value: unknown): Details[] {
  return Array.isArray(value) ? (value as Details[]) : [];
}
