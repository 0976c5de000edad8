import type { IndicatorView, ProofChallenge } from '@kotae/contracts';
import { closeFiscalYear } from '@kotae/indicators';
import { newId } from '@kotae/kernel';
import { indicatorWork } from '@kotae/persistence';
import { hashReceiptCode } from '@kotae/submission';
import sharp from 'sharp';
import { SCHEMAS } from './api/schemas';
import { SECRET, publishAnswer, solveProof, startPortal, type PortalUnderTest } from './portal.testing';

const letter = { kind: 'web_opinion', body: '図書館を夜8時まで開けてほしい', reply: { wanted: false } };

describe('the JSON API', () => {
  let portal: PortalUnderTest;
  let client = 0;
  beforeAll(async () => {
    portal = await startPortal();
  }, 60_000);
  afterAll(() => portal.close());
  beforeEach(() => (client += 1));

  const ip = () => `203.0.113.${client}`;
  const send = (payload: unknown, key: string | null = newId(), headers: Record<string, string> = {}) =>
    portal.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { ...(key === null ? {} : { 'idempotency-key': key }), ...headers },
      payload,
      ip: ip(),
    });
  const status = (code: string, from = ip()) =>
    portal.inject({ url: `/api/v1/submissions/${encodeURIComponent(code)}`, ip: from });
  const codeOf = async (body: object = letter) => String((await send(body)).json()['receiptCode']);

  describe('receives', () => {
    it('a letter, and answers a retry with the same receipt', async () => {
      const first = await send(letter, 'my-key-1');
      expect(first.status).toBe(201);
      expect(conforms('SubmissionAccepted', first.json())).toEqual([]);
      const retry = await send(letter, 'my-key-1');
      expect([retry.status, retry.json()]).toEqual([201, first.json()]);
      const other = await send({ ...letter, body: '別の内容' }, 'my-key-1');
      expect([other.status, other.json()['code']]).toEqual([422, 'idempotency_mismatch']);
      expect(JSON.stringify(other.json())).not.toContain(first.json()['receiptCode']);
    });

    it('every text a person can type, and cleans what is none', async () => {
      const long = '𠮷'.repeat(10_000);
      expect((await send({ ...letter, body: long })).status).toBe(201);
      const over = await send({ ...letter, body: `${long}𠮷` });
      expect([over.status, over.json()['fields']]).toEqual([
        422,
        [{ field: 'body', message: '本文は10,000文字までで書いてください（今は10,001文字です）。' }],
      ]);
      const raw =
        '{"kind":"web_opinion","body":"a\\u0000b\\ud800c\\u0007👍🏽\\r\\nd","reply":{"wanted":false},"subject":"\\ud842"}';
      expect((await send(raw, 'odd', { 'content-type': 'application/json' })).status).toBe(201);
      const [row] = await portal.owner.query(`select body from submission where idempotency_key = 'api:odd'`);
      expect(row.body).toBe('ab\ufffdc👍🏽\nd');
    });

    it('no name from who wants no reply', async () => {
      await send({ ...letter, reply: { wanted: false, email: 'x@example.jp' }, name: '' }, 'nameless');
      const rows = await portal.owner.query(
        `select w.* from submitter w join submission s on s.id = w.submission_id where s.idempotency_key = 'api:nameless'`,
      );
      expect(rows).toEqual([]);
    });

    it.each([
      ['no key', letter, null, 422, ['Idempotency-Key']],
      ['a key too long', letter, 'k'.repeat(300), 422, ['Idempotency-Key']],
      ['nothing', {}, 'k', 422, ['kind', 'body', 'reply']],
      ['an empty text', { ...letter, body: ' \n' }, 'k', 422, ['body']],
      ['an unknown field', { ...letter, admin: true }, 'k', 422, ['admin']],
      ['a reply to nowhere', { ...letter, reply: { wanted: true, channel: 'email' } }, 'k', 422, ['reply.email']],
      ['a postcard', { ...letter, kind: 'proposal_postcard' }, 'k', 422, ['kind']],
      ['a foreign district', { ...letter, district: '月面' }, 'k', 422, ['district']],
      ['a wrong type', { ...letter, reply: { wanted: 'yes' } }, 'k', 422, ['reply.wanted']],
      ['six files', { ...letter, attachments: Array(6).fill({ id: newId(), key: 'x' }) }, 'k', 422, ['attachments']],
      ['a file nobody uploaded', { ...letter, attachments: [{ id: newId(), key: 'x' }] }, 'k', 422, ['attachments']],
    ])('not %s, and says which field', async (_, body, key, code, fields) => {
      const answer = await send(body, key);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const problem = answer.json() as { status: number; fields: { field: string; message: string }[] };
      expect([answer.status, problem.fields.map((f) => f.field)]).toEqual([code, fields]);
      expect(conforms('Problem', problem)).toEqual([]);
      for (const { message } of problem.fields) expect(message).toMatch(/[ぁ-ん]/);
    });

    it.each([
      ['a huge body', JSON.stringify({ ...letter, body: 'あ'.repeat(200_000) }), 'application/json', 413],
      ['broken JSON', '{"kind":', 'application/json', 400],
      ['another format', '<kind>web_opinion</kind>', 'application/xml', 415],
      ['plain text', 'kind=web_opinion', 'text/plain', 422],
      ['null', 'null', 'application/json', 422],
      ['a list', '[]', 'application/json', 422],
    ])('not %s', async (_, payload, type, code) => {
      const answer = await send(payload, 'k', { 'content-type': type });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.status).toBe(code);
      expect(answer.text).not.toMatch(/node_modules|\bat \/|Error:/);
    });

    it('asks nothing of five in a minute, then for a proof that a program can give', async () => {
      for (let i = 0; i < 5; i++) expect((await send(letter)).status).toBe(201);
      const key = newId();
      const refused = await send(letter, key);
      expect(refused.status).toBe(429);
      expect(conforms('Problem', refused.json())).toEqual([]);
      expect(Number(refused.headers['retry-after'])).toBe(refused.json()['retryAfterSeconds']);
      const proof = solveProof(refused.json()['challenge'] as ProofChallenge);
      expect((await send(letter, key, { 'kotae-proof': proof })).status).toBe(201);
      expect((await send(letter, newId(), { 'kotae-proof': proof })).status).toBe(429);
      client += 1;
      expect((await send(letter)).status).toBe(201);
    });

    it('a hundred retries of one letter without asking for anything', async () => {
      for (let i = 0; i < 100; i++) expect((await send(letter, 'retried')).status).toBe(201);
    });
  });

  describe('looks up', () => {
    it('a code however it is typed', async () => {
      const code = await codeOf({ ...letter, reply: { wanted: true, channel: 'email', email: 'a@example.jp' } });
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code} `]) {
        const answer = await status(typed);
        expect(answer.status).toBe(200);
        expect(conforms('SubmissionStatus', answer.json())).toEqual([]);
        expect(answer.json()).toMatchObject({ replyDueOn: '2026-12-04', reply: null, kind: 'web_opinion' });
        expect(answer.headers['cache-control']).toBe('no-store');
      }
    });

    it('nothing for any other code, with one answer for all of them, and slows who guesses', async () => {
      const code = await codeOf();
      const answers = await Promise.all(
        ['ZZZZZ-ZZZZZ-ZZZZ', '22222-22222-2222', 'x', '%00', "' or 1=1 --", '𠮷'.repeat(60)].map((typed) =>
          status(typed),
        ),
      );
      expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(404);
      for (let i = 0; i < 4; i++) await status('ZZZZZ-ZZZZZ-ZZZZ');
      const limited = await status(code);
      expect([limited.status, Number(limited.headers['retry-after']) > 0]).toEqual([429, true]);
      expect((await status(code, '203.0.113.250')).status).toBe(200);
      portal.clock.set(new Date(portal.clock.now().getTime() + 11 * 60_000).toISOString());
      expect((await status(code)).status).toBe(200);
    });

    it('the reply when it was sent, and takes word whether it was understood', async () => {
      const code = await codeOf();
      const feedback = (understood: unknown) =>
        portal.inject({
          method: 'POST',
          url: `/api/v1/submissions/${code}/feedback`,
          payload: { understood },
          ip: ip(),
        });
      expect((await feedback(true)).status).toBe(404);
      const hash = hashReceiptCode(SECRET, code);
      await portal.owner.query(`update submission set state = 'replied' where code_hash = $1`, [hash]);
      await portal.owner.query(
        `insert into reply (id, submission_id, state, channel, signer, opening, closing, parts, sent_on)
         select $1, id, 'sent', 'email', 'こだま市長', 'はじめに', 'おわりに',
           '[{"opinionId":"x","ordinal":1,"quote":"図書館","answer":"延ばします","sectionName":"生涯学習課"}]', '2026-11-25'
         from submission where code_hash = $2`,
        [newId(), hash],
      );
      expect((await feedback('yes')).status).toBe(422);
      expect((await feedback(false)).status).toBe(204);
      const answer = (await status(code)).json();
      expect(conforms('SubmissionStatus', answer)).toEqual([]);
      expect(answer).toMatchObject({
        feedback: 'not_understood',
        reply: {
          signer: 'こだま市長',
          parts: [{ ordinal: 1, quote: '図書館', answer: '延ばします', sectionName: '生涯学習課' }],
        },
      });
      expect(JSON.stringify(answer)).not.toContain('opinionId');
    });
  });

  describe('takes files', () => {
    const upload = (content: Buffer, name = '写真.jpg') => {
      const form = new FormData();
      form.append('file', new File([new Uint8Array(content)], name));
      return portal.inject({ method: 'POST', url: '/api/v1/attachments', form, ip: ip() });
    };
    const remove = (id: unknown, key: unknown) =>
      portal.inject({
        method: 'DELETE',
        url: `/api/v1/attachments/${String(id)}`,
        headers: { 'kotae-upload-key': String(key) },
        ip: ip(),
      });
    const photo = () =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } })
        .png()
        .toBuffer();

    it('one at a time, for who holds the key', async () => {
      const added = await upload(await photo(), '../写真.jpg');
      expect([added.status, conforms('UploadAccepted', added.json())]).toEqual([201, []]);
      expect(added.json()).toMatchObject({ fileName: '写真.png', mediaType: 'image/png' });
      const { id, key } = added.json();
      expect((await remove(id, 'wrong')).status).toBe(404);
      const sent = await send({ ...letter, attachments: [{ id, key }] }, 'with-file');
      expect(sent.status).toBe(201);
      expect((await send({ ...letter, attachments: [{ id, key }] }, 'with-file')).json()).toEqual(sent.json());
      expect((await send({ ...letter, attachments: [{ id, key }] }, 'stolen')).status).toBe(422);
      expect((await remove(id, key)).status).toBe(404);
    });

    it('and gives them back to nobody but their owner, who may remove them', async () => {
      const { id, key } = (await upload(await photo())).json();
      expect((await remove(id, key)).status).toBe(204);
      expect((await portal.owner.query('select 1 from attachment where id = $1', [id])).length).toBe(0);
    });

    it.each([
      ['what is no picture', Buffer.from('GIF89a not really'), 415],
      ['nothing', Buffer.alloc(0), 415],
      ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 1), 413],
    ])('not %s', async (_, content, code) => {
      const answer = await upload(content);
      expect([answer.status, conforms('Problem', answer.json())]).toEqual([code, []]);
    });

    it('only as a form', async () => {
      const answer = await portal.inject({ method: 'POST', url: '/api/v1/attachments', payload: {}, ip: ip() });
      expect(answer.status).toBe(422);
    });
  });

  describe('shows what is public', () => {
    it('answers: newest first, page by page, by word, by topic, by likeness; never what is withdrawn', async () => {
      const ids: string[] = [];
      for (let i = 1; i <= 25; i++) {
        const day = `2026-01-${String(i).padStart(2, '0')}`;
        ids.push(
          await publishAnswer(portal.owner, {
            title: i === 3 ? '図書館の開館時間の延長' : `歩道の段差について ${i}`,
            question: i === 3 ? '図書館を夜も開けてほしい' : '段差をなくしてほしい',
            topic: i === 3 ? 'library' : 'roads',
            publishedOn: day,
          }),
        );
      }
      const hidden = await publishAnswer(portal.owner, {
        title: '図書館の秘密',
        question: '図書館',
        topic: 'library',
        publishedOn: '2026-02-01',
        state: 'withdrawn',
      });
      const get = async (query: string) => (await portal.inject({ url: `/api/v1/public-answers${query}` })).json();
      const first = (await get('')) as unknown as { items: { id: string }[]; next: string };
      expect(conforms('PublicAnswerPage', first)).toEqual([]);
      const rest = (await get(`?after=${first.next}`)) as unknown as { items: { id: string }[]; next: null };
      expect([...first.items, ...rest.items].map((item) => item.id)).toEqual([...ids].reverse());
      expect(rest.next).toBeNull();
      const found = (await get(`?q=${encodeURIComponent('図書館')}&topic=library`)) as unknown as typeof first;
      expect(found.items.map((item) => item.id)).toEqual([ids[2]]);
      const similar = await portal.inject({
        method: 'POST',
        url: '/api/v1/public-answers/similar',
        payload: { text: '仕事帰りに寄れるように、図書館の開館時間を延長してください' },
      });
      expect((similar.json() as unknown as { id: string }[])[0]?.id).toBe(ids[2]);
      expect(conforms('SimilarAnswer', (similar.json() as unknown as object[])[0])).toEqual([]);
      expect((await portal.inject({ url: `/api/v1/public-answers/${ids[2]}` })).json()).toMatchObject({
        title: '図書館の開館時間の延長',
        sectionName: '生涯学習課',
      });
      for (const id of [hidden, newId(), 'x']) {
        expect((await portal.inject({ url: `/api/v1/public-answers/${id}` })).status).toBe(404);
      }
      expect(JSON.stringify(first)).not.toContain('非公開');
    });

    it('the own plan’s indicators, with what is counted and without who typed it', async () => {
      await portal.owner.query(
        `insert into count_delta (measure, class, outcome, topic, section_id, channel, district, month, n)
         values ('class', 'policy_proposal', '', 'roads', 'douro', 'web', '', '2026-05-01', 1),
                ('class', 'policy_proposal', '', 'roads', 'douro', 'web', '', '2026-11-01', 1),
                ('class', 'complaint', '', 'roads', 'douro', 'web', '', '2026-11-01', 1)`,
      );
      await portal.owner.query(
        `insert into indicator_value (indicator_id, fiscal_year, value, source_text, author_name, recorded_at)
         values ('KODAMA-3', 2026, 61.5, 'アンケート集計', '職員の名前', now())`,
      );
      const list = (await portal.inject({ url: '/api/v1/indicators' })).json() as unknown as { id: string }[];
      expect(list.map((item) => item.id)).toContain('KODAMA-1');
      for (const item of list) expect(conforms('Indicator', item)).toEqual([]);
      expect(JSON.stringify(list)).toContain('アンケート集計');
      expect(JSON.stringify(list)).not.toContain('職員の名前');
      const one = (await portal.inject({ url: '/api/v1/indicators/KODAMA-1' })).json();
      expect(conforms('Indicator', one)).toEqual([]);
      expect(one).toMatchObject({ current: { fiscalYear: 2026, value: 2 }, sourceKind: 'facts' });
      const monthly = one['monthly'] as { month: string; value: number }[];
      expect(monthly.map((month) => month.value)).toEqual([0, 1, 0, 0, 0, 0, 0, 1]);
      expect((await portal.inject({ url: '/api/v1/indicators/NONE' })).status).toBe(404);
      expect((await portal.inject({ url: '/api/v1/indicators?plan=NONE' })).status).toBe(404);
    });

    it('which numbers are closed, with the closed ones as they were closed', async () => {
      const type = (value: number, at: string) =>
        portal.owner.query(
          `insert into indicator_value (indicator_id, fiscal_year, value, source_text, author_name, recorded_at)
           values ('KODAMA-4', 2025, $1, '集計', '職員の名前', $2)`,
          [value, at],
        );
      await type(873, '2026-11-19T00:00:00Z');
      const closer = {
        kind: 'staff',
        staffId: newId(),
        name: '締めた職員',
        role: 'management',
        sectionId: null,
      } as const;
      const deps = { unitOfWork: indicatorWork(portal.owner), clock: portal.clock };
      await closeFiscalYear(deps, closer, { planId: 'kodama', fiscalYear: 2025 });
      await type(900, '2026-11-21T00:00:00Z');
      const list = (await portal.inject({ url: '/api/v1/indicators' })).json() as unknown as IndicatorView[];
      for (const item of list) expect(conforms('Indicator', item)).toEqual([]);
      const yearly = (id: string) =>
        list.find((item) => item.id === id)?.yearly.map((y) => [y.fiscalYear, y.value, y.closed]);
      expect(yearly('KODAMA-4')?.slice(0, 2)).toEqual([
        [2025, 873, true],
        [2026, null, false],
      ]);
      expect(yearly('KODAMA-1')?.slice(0, 2)).toEqual([
        [2025, 0, true],
        [2026, 2, false],
      ]);
      expect(list.find((item) => item.id === 'KODAMA-1')?.current).toMatchObject({ value: 2, closed: false });
      expect(JSON.stringify(list)).not.toContain('職員');
    });
  });

  it('describes itself: every way in, every refusal, nothing dangling', async () => {
    const answer = await portal.inject({ url: '/api/v1/openapi.json' });
    const document = answer.json() as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, { content?: object }> }>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toMatch(/^3\./);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(operations.sort()).toEqual([
      'delete /api/v1/attachments/{id}',
      'get /api/v1/indicators',
      'get /api/v1/indicators/{id}',
      'get /api/v1/public-answers',
      'get /api/v1/public-answers/{id}',
      'get /api/v1/submissions/{receiptCode}',
      'post /api/v1/attachments',
      'post /api/v1/public-answers/similar',
      'post /api/v1/submissions',
      'post /api/v1/submissions/{receiptCode}/feedback',
    ]);
    for (const [, reference = ''] of answer.text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(reference);
    }
    for (const methods of Object.values(document.paths)) {
      for (const { responses, operationId } of Object.values(methods)) {
        expect(operationId).toMatch(/^[a-zA-Z]+$/);
        for (const [code, response] of Object.entries(responses)) {
          if (Number(code) >= 400) expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
        }
      }
    }
    const sending = document.paths['/api/v1/submissions']?.['post'];
    expect(Object.keys(sending?.responses ?? {})).toEqual(['201', '400', '413', '415', '422', '429', '500']);
    expect(JSON.stringify(sending)).toContain('Idempotency-Key');
  });
});

/** Where a value departs from its schema: fields missing, fields too many, other types. */
function conforms(name: string, value: unknown): string[] {
  return departures(SCHEMAS[name] as Schema, value, name);
}

interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

function departures(schema: Schema, value: unknown, at: string): string[] {
  if (schema.$ref !== undefined) return conforms(schema.$ref.split('/').at(-1) ?? '', value);
  if (value === null) return schema.nullable === true ? [] : [`${at} is null`];
  if (schema.allOf !== undefined) return schema.allOf.flatMap((part) => departures(part, value, at));
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at} is not one of its values`];
  switch (schema.type) {
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, i) => departures(schema.items ?? {}, item, `${at}[${i}]`))
        : [`${at} is no list`];
    case 'object': {
      const fields = Object.entries(value as object);
      const missing = (schema.required ?? []).filter((name) => !fields.some(([field]) => field === name));
      return [
        ...missing.map((name) => `${at}.${name} is missing`),
        ...fields.flatMap(([name, field]) => {
          const known = schema.properties?.[name];
          return known === undefined ? [`${at}.${name} is unknown`] : departures(known, field, `${at}.${name}`);
        }),
      ];
    }
    case 'integer':
      return Number.isInteger(value) ? [] : [`${at} is no whole number`];
    case undefined:
      return [`${at} has no schema`];
    default:
      return typeof value === schema.type ? [] : [`${at} is a ${typeof value}`];
  }
}
