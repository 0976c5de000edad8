import type {
  IndicatorView,
  LetterFormValues,
  PageFrame,
  PortalPage,
  PublicAnswer,
  SubmissionStatus,
} from '@kotae/contracts';
import { render } from './server';

const frame: PageFrame = {
  city: {
    name: 'こだま市',
    mayorName: '小玉 みのり',
    deskName: '広報広聴課',
    deskPhone: '0990-00-1111',
    deskAddress: 'こだま市本町1丁目1番1号',
    deskPostalCode: '000-0000',
    districts: ['中央', '川辺'],
    replyRule: { days: 14, unit: 'calendar' },
    urgentLines: [{ name: '消防・救急', phone: '119', hours: '24時間' }],
    portalUrl: 'https://koe.example',
  },
  path: '/letter',
  assets: { css: ['/assets/a.css'], js: ['/assets/a.js'], icon: '/assets/a.svg' },
};

const values: LetterFormValues = {
  kind: 'letter_to_mayor',
  subject: '"引用" & <b>',
  body: '\n一行目\n\n　二行目 </textarea><script>alert(1)</script>\n',
  replyWanted: 'post',
  name: '髙﨑 花子',
  email: 'a@example.jp',
  postalCode: '123-4567',
  address: '中央1-1\n101',
  district: '川辺',
  ageBand: '70s',
  publishConsent: 'yes',
  follows: '7KQ2M-VX9RA-4TPD',
  attachments: [{ id: 'id1', key: 'key1', fileName: '坂道.jpg', mediaType: 'image/jpeg', byteSize: 2_300_000 }],
};

const answer: PublicAnswer = {
  id: 'a1',
  title: '図書館の開館時間',
  question: '夜も開けて',
  answer: '開けます',
  topic: 'library',
  topicName: '図書館',
  sectionName: '生涯学習課',
  outcome: 'implemented',
  outcomeOn: '2026-12-01',
  receivedOn: '2026-10-01',
  answeredOn: '2026-10-10',
  publishedOn: '2026-10-20',
};

const indicator: IndicatorView = {
  id: 'K-1',
  planId: 'k',
  planName: '計画',
  name: '提案の件数',
  definition: '提案の数',
  unit: '件',
  printed: { baseline: null, target: '50件' },
  baseline: { value: null, asOf: null },
  target: { value: 50, asOf: '令和11年度' },
  modeWords: '累計',
  sourceKind: 'facts',
  sourceWords: '意見から自動で数えます',
  current: { fiscalYear: 2026, value: 42, asOf: '2026-11-20', closed: false },
  achievement: { formula: 'ratio', formulaName: '実績÷目標', percent: 84, met: false, words: 'あと8件', why: null },
  yearly: [{ fiscalYear: 2026, value: 42, cumulative: 42, sourceText: '資料', closed: false }],
  monthly: [{ month: '2026-04', value: 3 }],
  notes: ['注'],
};

const status: SubmissionStatus = {
  receiptNumber: 'R8-000123',
  kind: 'web_opinion',
  receivedOn: '2026-11-20',
  replyWanted: true,
  replyDueOn: '2026-12-04',
  steps: [{ code: 'received', text: '受け付けました', on: '2026-11-20', state: 'done', note: null }],
  reply: {
    sentOn: '2026-11-25',
    signer: '市長',
    opening: 'はじめに',
    parts: [
      { ordinal: 1, quote: '声1', answer: '答1', sectionName: '道路課' },
      { ordinal: 2, quote: '声2', answer: '答2', sectionName: '公園課' },
    ],
    closing: 'おわりに',
  },
  outcomes: [{ ordinal: 1, outcome: 'under_study', on: '2026-11-25', nextLookOn: '2027-04-01' }],
  feedback: null,
  publicationId: 'p1',
};

const challenge = { algorithm: 'SHA-256', challenge: 'c', maxnumber: 1, salt: 's', signature: '"' } as const;
const check = { name: 'letter-check', formToken: 't', values, dueOn: '2026-12-04', doNotContact: false } as const;
const pages: Record<string, PortalPage> = {
  home: {
    name: 'home',
    living: {
      fiscalYear: 2026,
      proposalClasses: ['事務改善要望', '政策提案'],
      proposals: 42,
      implemented: 7,
      asOf: '2026-11-20',
    },
    newest: [answer],
  },
  'home, empty': { name: 'home', living: null, newest: [] },
  letter: { name: 'letter', formToken: 't', values, problems: [], notice: '添付を外しました。', dueOn: '2026-12-04' },
  'letter, wrong': {
    name: 'letter',
    formToken: 't',
    values,
    problems: [
      'body',
      'subject',
      'attachments',
      'replyWanted',
      'email',
      'postalCode',
      'address',
      'name',
      'district',
      'follows',
    ].map((field) => ({ field, message: `${field}を確かめてください` })),
    notice: null,
    dueOn: null,
  },
  check: { ...check, notice: null, waitSeconds: null, challenge: null },
  'check, waiting': { ...check, notice: 'もう一度', waitSeconds: 40, challenge },
  done: {
    name: 'letter-done',
    receiptNumber: 'R8-000123',
    receiptCode: '7KQ2M-VX9RA-4TPD',
    receivedOn: '2026-11-20',
    statusUrl: 'https://koe.example/status',
    qr: [
      [true, false],
      [false, true],
    ],
    replyWanted: 'email',
    doNotContact: false,
    replyDueOn: '2026-12-04',
  },
  'status form': { name: 'status-form', code: '', problem: null },
  'status form, wrong': { name: 'status-form', code: 'x', problem: '見つかりません' },
  status: { name: 'status', status, code: '7KQ2M-VX9RA-4TPD' },
  'status, answered': { name: 'status', status: { ...status, feedback: 'understood' }, code: 'c' },
  voices: {
    name: 'voices',
    page: { items: [answer], next: 'n' },
    query: '夜 & 図書館',
    topic: 'library',
    older: true,
    topics: [{ code: 'library', name: '図書館' }],
  },
  'voices, none': { name: 'voices', page: { items: [], next: null }, query: '', topic: '', older: false, topics: [] },
  voice: { name: 'voice', answer, similar: [{ id: 'b', title: '似た声' }] },
  plan: {
    name: 'plan',
    plans: [
      { id: 'k', name: '計画', own: true },
      { id: 'l', name: '別の計画', own: true },
    ],
    planId: 'k',
    indicators: [
      indicator,
      { ...indicator, id: 'K-2', target: { value: null, asOf: null }, printed: { baseline: null, target: '維持' } },
    ],
  },
  'plan, none': { name: 'plan', plans: [], planId: '', indicators: [] },
  indicator: { name: 'indicator', indicator },
  'indicator, unknown': {
    name: 'indicator',
    indicator: { ...indicator, current: null, yearly: [], monthly: [], notes: [] },
  },
  privacy: { name: 'privacy' },
  accessibility: { name: 'accessibility' },
  error: { name: 'error', status: 404, title: 'ページが見つかりません', detail: 'お探しください。' },
};

describe('numbers of a plan', () => {
  const closed = { fiscalYear: 2025, value: 30, cumulative: 30, sourceText: null, closed: true };
  const yearly = [closed, ...indicator.yearly, { ...closed, fiscalYear: 2027, value: null, closed: false }];
  const text = (page: PortalPage) => render(page, frame).replace(/<[^>]+>/g, ' ');

  it('say whether they are closed or still counted', () => {
    const html = text({ name: 'indicator', indicator: { ...indicator, yearly } });
    expect(html).toMatch(/R7\s+確定/);
    expect(html).toMatch(/R8\s+集計中/);
    expect(html).not.toMatch(/R9\s+(確定|集計中)/);
    expect(html).toContain('令和8年度・集計中');
    const level = { ...indicator, current: { fiscalYear: 2025, value: 30, asOf: '2026-11-20', closed: true } };
    const plans = [{ id: 'k', name: '計画', own: true }];
    expect(text({ name: 'plan', plans, planId: 'k', indicators: [level] })).toContain('令和7年度・確定');
  });
});

describe.each(Object.entries(pages))('the page %s', (_, page) => {
  const html = render(page, frame);
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');

  it('has one h1 and skips no level', () => {
    const levels = all(/<h([1-6])[ >]/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const h1 = levels.indexOf(1);
    for (let i = h1 + 1; i < levels.length; i++) expect(levels[i]! - levels[i - 1]!).toBeLessThanOrEqual(1);
  });

  it('gives every id once, and every reference leads to one', () => {
    const ids = all(/ id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...all(/ for="([^"]+)"/g),
      ...all(/ href="#([^"]+)"/g),
      ...all(/ aria-(?:describedby|labelledby|details)="([^"]+)"/g).flatMap((list) => list.split(' ')),
    ];
    for (const reference of references) expect(ids).toContain(reference);
  });

  it('carries no inline script or style, no placeholder, and lets no text become markup', () => {
    expect(html).not.toMatch(/ style=| placeholder=|<script>|<style| on[a-z]+="/);
    expect(all(/<script([^>]*)>/g)).toEqual([' type="module" src="/assets/a.js"']);
  });

  it('sends texts in bodies: only search has an address with words', () => {
    for (const form of all(/<form([^>]*)>/g)) {
      expect(/method="post"/.test(form) || /action="\/voices"/.test(form)).toBe(true);
    }
  });
});

describe('a published voice', () => {
  const shown = (change: Partial<PublicAnswer>) =>
    render({ name: 'voice', answer: { ...answer, ...change }, similar: [] }, frame).replace(/<[^>]+>/g, '');

  it('says what became of it and since when, and that it was decided after publishing', () => {
    expect(shown({})).toContain('実施しました（令和8年12月1日（火）。公表した後に決まりました）');
    expect(shown({ outcomeOn: '2026-10-15' })).toContain('実施しました（令和8年10月15日（木））');
    expect(shown({ outcomeOn: null })).toMatch(/実施しました(?!（)/);
    expect(shown({ outcome: null, outcomeOn: null })).not.toContain('対応');
  });
});

describe('a plan among several', () => {
  it('has an address of its own, also on the way back from its indicators', () => {
    expect(render(pages['plan']!, frame)).toMatch(/href="\/plan\?plan=k"[^]*href="\/plan\?plan=l"/);
    expect(render(pages['indicator']!, frame)).toContain('href="/plan?plan=k"');
  });
});

describe('a letter whose text asks not to be contacted', () => {
  it('is told that nothing will be sent, and how to get a reply all the same', () => {
    const shown = (name: string) => render({ ...pages[name]!, doNotContact: true } as PortalPage, frame);
    expect(shown('check')).toContain('返事の手紙は送りません。');
    expect(shown('done')).toContain('メールは送りません。');
    for (const name of ['check', 'done']) expect(shown(name)).toContain('返事が要る場合は');
    expect(shown('done')).not.toMatch(/メールでもお知らせします|返事をお送りします/);
  });
});

describe('what was typed', () => {
  const decoded = (html: string, name: string) =>
    new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`)
      .exec(html)?.[1]
      ?.replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');

  it('is carried whole by the check page', () => {
    const html = render(pages['check']!, frame);
    for (const [name, value] of Object.entries(values)) {
      if (name !== 'attachments') expect(decoded(html, name)).toBe(value);
    }
    expect(decoded(html, 'attachment')).toBe('id1.key1');
  });

  it('is shown only as far as it is sent', () => {
    const shown = render(pages['check']!, frame).replace(/<input[^>]*>/g, '');
    expect(shown).not.toContain('a@example.jp');
    expect(shown).toContain('髙﨑 花子');
  });

  it('is back in the fields after an error', () => {
    const html = render(pages['letter, wrong']!, frame);
    // The parser of HTML drops one line end after <textarea>: the first one is not the text's own.
    expect(html).toContain('>\n\n一行目\n\n　二行目 &lt;/textarea&gt;');
    expect(html).toContain('<option value="川辺" selected="">');
    expect(html).toMatch(/value="post" checked=""|checked="" value="post"/);
  });
});
