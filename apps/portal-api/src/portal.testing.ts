import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ProofChallenge } from '@kotae/contracts';
import { demoCityPlan } from '@kotae/indicators';
import { bigramIds } from '@kotae/japanese';
import { newId } from '@kotae/kernel';
import { indicatorWork, writeCitySettings } from '@kotae/persistence';
import { FakeClock, createTestDatabase } from '@kotae/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { createPortal } from './create-portal';
import { readPortalEnvironment } from './environment';

export const SECRET = 'a secret of forty characters, for tests.';
const ROOT = resolve(import.meta.dirname, '../../..');

/** The portal in process on a database of its own, as the role it has in production. */
export interface PortalUnderTest {
  readonly app: NestFastifyApplication;
  readonly owner: DataSource;
  readonly clock: FakeClock;
  /** Everything logged so far. */
  readonly log: string[];
  readonly inject: (request: TestRequest) => Promise<TestAnswer>;
  /** The same portal started anew: nothing in memory is left. */
  restart(): Promise<void>;
  /** Connections that do not answer any more. */
  loseDatabase(): Promise<void>;
  close(): Promise<void>;
}

export interface TestRequest {
  method?: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  payload?: unknown;
  form?: FormData;
  ip?: string;
}

export interface TestAnswer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  json: () => Record<string, unknown>;
}

export async function startPortal(options: { free?: number } = {}): Promise<PortalUnderTest> {
  const webDir = await mkdtemp(join(tmpdir(), 'kotae-portal-web-'));
  await promisify(execFile)(process.execPath, ['infra/build/portal-web.mjs', '--out', webDir], { cwd: ROOT });
  await writeFile(join(webDir, 'package.json'), '{"type":"module"}');
  const database = await createTestDatabase();
  const owner = await database.as('kotae_owner');
  await seed(owner);
  const clock = new FakeClock('2026-11-20T03:00:00Z');
  const log: string[] = [];
  const environment = readPortalEnvironment({
    PORTAL_DATABASE_URL: database.url('kotae_portal'),
    KOTAE_SECRET: SECRET,
    KOTAE_PORTAL_WEB: webDir,
    KOTAE_TRUST_PROXY: '1',
    KOTAE_FREE_SUBMISSIONS_PER_MINUTE: String(options.free ?? 5),
  });
  const open = async () => {
    const source = await database.as('kotae_portal');
    const logger = pino({ base: { program: 'portal' } }, { write: (line: string) => void log.push(line) });
    const app = await createPortal({ source, environment, clock, log: logger });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return { source, app };
  };
  let running = await open();
  const lost: DataSource[] = [];
  return {
    get app() {
      return running.app;
    },
    owner,
    clock,
    log,
    inject: (request) => inject(running.app, request),
    restart: async () => {
      await running.app.close();
      running = await open();
    },
    loseDatabase: async () => {
      lost.push(running.source);
      await running.source.destroy();
    },
    close: async () => {
      await running.app.close();
      for (const source of lost) await source.initialize();
      await database.drop();
      await rm(webDir, { recursive: true, force: true });
    },
  };
}

async function inject(app: NestFastifyApplication, request: TestRequest): Promise<TestAnswer> {
  const sent = request.form === undefined ? null : new Response(request.form);
  const answer = await app.inject({
    method: request.method ?? 'GET',
    url: request.url,
    headers: {
      'x-forwarded-for': request.ip ?? '192.0.2.1',
      ...(sent === null ? {} : { 'content-type': sent.headers.get('content-type') ?? '' }),
      ...request.headers,
    },
    ...(sent === null
      ? request.payload === undefined
        ? {}
        : { payload: request.payload as string | object }
      : { payload: Buffer.from(await sent.arrayBuffer()) }),
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    json: () => JSON.parse(answer.body) as Record<string, unknown>,
  };
}

/** The fields a page carries by itself, and the texts of its visible ones. */
export function fieldsOf(html: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const add = (name: string | undefined, value: string | undefined) => {
    if (name !== undefined) fields.set(name, [...(fields.get(name) ?? []), decode(value ?? '')]);
  };
  const form = /<form[^>]*data-(?:letter|check)-form.*?<\/form>/s.exec(html)?.[0] ?? '';
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type');
    if (type === 'file' || ((type === 'radio' || type === 'checkbox') && !tag.includes('checked'))) continue;
    add(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  for (const [, open = '', text = ''] of form.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs)) {
    add(attribute(open, 'name'), text.replace(/^\n/, ''));
  }
  for (const [, open = '', options = ''] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    add(attribute(open, 'name'), attribute(/<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? '', 'value'));
  }
  return fields;
}

/** What a browser would post from a page when these fields are changed and this button is pressed. */
export function formFrom(html: string, changes: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, values] of fieldsOf(html)) {
    if (!(name in changes)) for (const value of values) form.append(name, value.replaceAll('\n', '\r\n'));
  }
  for (const [name, value] of Object.entries(changes)) form.append(name, value);
  return form;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}

export function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

export function solveProof(challenge: ProofChallenge): string {
  for (let number = 0; number <= challenge.maxnumber; number++) {
    if (createHash('sha256').update(`${challenge.salt}${number}`).digest('hex') === challenge.challenge) {
      return Buffer.from(JSON.stringify({ ...challenge, number })).toString('base64');
    }
  }
  throw new Error('the challenge has no solution');
}

async function seed(owner: DataSource): Promise<void> {
  await writeCitySettings(owner, {
    name: 'こだま市',
    mayorName: '小玉 みのり',
    deskName: '広報広聴課',
    deskPhone: '0990-00-1111',
    deskPostalCode: '000-0000',
    deskAddress: 'こだま市本町1丁目1番1号',
    deskEmail: 'kouchou@city.kodama.example',
    districts: ['中央', '川辺'],
    replyRule: { days: 14, unit: 'calendar' },
    extraHolidays: [],
    replySigner: 'こだま市長　小玉 みのり',
    maskForSections: true,
    urgentLines: [{ name: '消防・救急', phone: '119', hours: '24時間' }],
    publicWords: [],
    portalUrl: 'https://koe.city.kodama.example/',
    deskUrl: 'https://desk.city.kodama.example/',
  });
  await owner.query(`insert into section (id, name) values ('gakushu', '生涯学習課'), ('douro', '道路課')`);
  await owner.query(
    `insert into topic (code, name, section_id) values ('library', '図書館', 'gakushu'), ('roads', '道路', 'douro')`,
  );
  await indicatorWork(owner).run(({ indicators }) => indicators.addPlans(demoCityPlan()));
}

/** A published answer; returns its id. */
export async function publishAnswer(
  owner: DataSource,
  part: { title: string; question: string; topic: 'library' | 'roads'; publishedOn: string; state?: string },
): Promise<string> {
  const submissionId = newId();
  await owner.query(
    `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on,
       received_at, body, reply_wanted, publish_consent, state)
     values ($1::uuid, 2025, nextval('receipt_serial_2025'), $2, $1::uuid::text, $2, 'web_opinion', 'web', '2025-10-01', now(), '非公開の原文', true, true, 'replied')`,
    [submissionId, createHash('sha256').update(submissionId).digest()],
  );
  const id = newId();
  const answer = '担当の課で検討しています。';
  await owner.query(
    `insert into publication (id, submission_id, opinion_ids, state, title, question, answer, topic, section_id, outcome,
       received_on, answered_on, published_on, grams)
     values ($1, $2, '{}', $3, $4, $5, $6, $7, $8, 'under_study', '2025-10-01', '2025-10-14', $9, $10)`,
    [
      id,
      submissionId,
      part.state ?? 'published',
      part.title,
      part.question,
      answer,
      part.topic,
      part.topic === 'library' ? 'gakushu' : 'douro',
      part.publishedOn,
      bigramIds(`${part.title} ${part.question} ${answer}`),
    ],
  );
  return id;
}
