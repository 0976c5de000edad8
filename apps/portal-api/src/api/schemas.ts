import { ERROR_CODES, OUTCOMES, SUBMISSION_KINDS } from '@kotae/kernel';

type Schema = Record<string, unknown>;

const text = (example: string, more: Schema = {}): Schema => ({ type: 'string', example, ...more });
const day: Schema = { type: 'string', format: 'date', example: '2026-11-20' };
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true });
const whole = (example: number): Schema => ({ type: 'integer', example });
const amount = orNull({ type: 'number' });
const closed: Schema = { type: 'boolean', description: 'true：確定した数。false：集計中の数。' };
const list = (items: Schema): Schema => ({ type: 'array', items });
const toComponent = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object whose fields are all there, except those named in `optional`. */
const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

/** What the API answers, as OpenAPI components. A spec holds them against real answers. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  SubmissionAccepted: object({
    receiptNumber: text('R8-000123', { description: '受付番号' }),
    receiptCode: text('7KQ2M-VX9RA-4TPD', { description: '照会コード。ここでしか分かりません。' }),
    receivedOn: day,
  }),
  UploadAccepted: object({
    id: text('01990c7e-5f0a-7b3c-8d21-3f5e6a7b8c9d', { format: 'uuid' }),
    key: text('kJ3vX0m1Qe8rT5yU7iO9pA2s', { description: '声に添えるとき、消すときに使います。' }),
    fileName: text('坂道.jpg'),
    mediaType: text('image/jpeg'),
    byteSize: whole(482_113),
  }),
  StatusStep: object({
    code: {
      type: 'string',
      enum: ['received', 'read', 'in_section', 'answered', 'circulated', 'forwarded', 'published'],
    },
    text: text('道路課が検討しています'),
    on: orNull(day),
    state: { type: 'string', enum: ['done', 'now', 'next'] },
    note: orNull(text('個別のお返事はお送りしていません。')),
  }),
  Reply: object({
    sentOn: day,
    signer: text('こだま市長'),
    opening: text('ご意見をお寄せいただき、ありがとうございます。'),
    parts: list(
      object({
        ordinal: whole(1),
        quote: text('図書館を夜8時まで開けてほしいです。'),
        answer: text('来年4月から、金曜日は夜8時まで開館します。'),
        sectionName: text('生涯学習課'),
      }),
    ),
    closing: text('これからも市政へのご意見をお待ちしています。'),
  }),
  SubmissionStatus: object({
    receiptNumber: text('R8-000123'),
    kind: { type: 'string', enum: [...SUBMISSION_KINDS] },
    receivedOn: day,
    replyWanted: { type: 'boolean' },
    replyDueOn: orNull(day),
    steps: list(toComponent('StatusStep')),
    reply: { nullable: true, allOf: [toComponent('Reply')] },
    outcomes: list(
      object({
        ordinal: whole(1),
        outcome: { type: 'string', enum: [...OUTCOMES] },
        on: day,
        nextLookOn: orNull(day),
      }),
    ),
    feedback: { type: 'string', enum: ['understood', 'not_understood', null], nullable: true },
    publicationId: orNull(text('01990c7e-5f0a-7b3c-8d21-3f5e6a7b8c9d')),
  }),
  PublicAnswer: object({
    id: text('01990c7e-5f0a-7b3c-8d21-3f5e6a7b8c9d', { format: 'uuid' }),
    title: text('図書館の開館時間を延ばしてほしい'),
    question: text('仕事のあとに寄れるよう、夜も開けてほしい。'),
    answer: text('来年4月から、金曜日は夜8時まで開館します。'),
    topic: text('lifelong_learning'),
    topicName: text('生涯学習・図書館'),
    sectionName: text('生涯学習課'),
    outcome: {
      type: 'string',
      enum: [...OUTCOMES, null],
      nullable: true,
      description: 'いまの対応。公表した後に決まったものも含みます',
    },
    outcomeOn: orNull(day),
    receivedOn: day,
    answeredOn: day,
    publishedOn: day,
  }),
  PublicAnswerPage: object({
    items: list(toComponent('PublicAnswer')),
    next: orNull(text('MjAyNi0xMS0yMA', { description: '次のページの after' })),
  }),
  SimilarAnswer: object({ id: text('01990c7e-5f0a-7b3c-8d21-3f5e6a7b8c9d'), title: text('図書館の開館時間について') }),
  Indicator: object({
    id: text('KODAMA-1'),
    planId: text('kodama'),
    planName: text('こだま市総合計画'),
    name: text('市政への提案の件数'),
    definition: orNull(text('事務改善要望と政策提案に分類した意見の件数')),
    unit: text('件'),
    printed: object({ baseline: orNull(text('185件')), target: orNull(text('50件')) }),
    baseline: object({ value: amount, asOf: orNull(text('令和6年度')) }),
    target: object({ value: amount, asOf: orNull(text('令和11年度')) }),
    countingWords: text('分類が事務改善要望または政策提案の意見を、受け付けた年度ごとに数えます。'),
    modeWords: text('令和7年度〜令和11年度の累計'),
    sourceKind: { type: 'string', enum: ['facts', 'typed', 'imported', 'formula', 'none'] },
    sourceWords: text('意見から自動で数えます'),
    current: orNull(object({ fiscalYear: whole(2026), value: amount, asOf: day, closed })),
    achievement: object({
      formula: text('ratio'),
      formulaName: text('実績÷目標'),
      percent: amount,
      met: { type: 'boolean', nullable: true },
      words: text('目標まであと8件です'),
      why: orNull(text('基準値がないため、計算できません。')),
    }),
    yearly: list(
      object({
        fiscalYear: whole(2026),
        value: amount,
        cumulative: amount,
        sourceText: orNull(text('事業報告')),
        closed,
      }),
    ),
    monthly: list(object({ month: text('2026-11'), value: { type: 'number', example: 4 } })),
    notes: list({ type: 'string' }),
  }),
  Problem: {
    ...object(
      {
        type: text('urn:kotae:problem:invalid_input'),
        title: text('入力をもう一度ご確認ください。'),
        status: whole(422),
        detail: { type: 'string' },
        code: { type: 'string', enum: [...ERROR_CODES, 'internal'] },
        fields: list(object({ field: text('reply.email'), message: text('メールアドレスを書いてください。') })),
        retryAfterSeconds: whole(42),
        challenge: toComponent('ProofChallenge'),
      },
      ['detail', 'fields', 'retryAfterSeconds', 'challenge'],
    ),
    description: 'RFC 9457',
  },
  ProofChallenge: {
    ...object({
      algorithm: { type: 'string', enum: ['SHA-256'] },
      challenge: { type: 'string' },
      maxnumber: whole(100_000),
      salt: { type: 'string' },
      signature: { type: 'string' },
    }),
    description: 'sha256(salt + number) = challenge となる number（0〜maxnumber）を探します（ALTCHA形式）。',
  },
};
