import type { Me } from '@kotae/contracts';
import { typesetHere } from '@kotae/documents';
import { hashPassword, makeLog } from '@kotae/http';
import type { Role } from '@kotae/kernel';
import { createStaff, openDatabase } from '@kotae/persistence';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createDeskServer } from '../desk-server';
import type { DeskSetup } from '../platform/desk-setup';
import { TEST_CITY, buildTestCity } from './test-city';

export const TEST_PASSWORD = 'とても長い合言葉 12';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly raw: Buffer;
}

/** One signed-in member of staff, as a browser would speak for them. */
export interface TestStaff {
  readonly me: Me;
  readonly cookie: string;
  get<T>(path: string): Promise<Answer<T>>;
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>>;
}

/** The whole desk's program over a database of its own, called in process. */
export interface TestDesk {
  readonly app: NestFastifyApplication;
  readonly clock: FakeClock;
  readonly database: TestDatabase;
  readonly owner: DataSource;
  /** Makes an account (login = role and section) and signs in. */
  staff(role: Role, sectionId?: string | null): Promise<TestStaff>;
  signIn(login: string, password?: string): Promise<TestStaff>;
  request<T>(method: string, path: string, options?: TestRequest): Promise<Answer<T>>;
  close(): Promise<void>;
}

export interface TestRequest {
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly payload?: Buffer;
}

/** Call in `beforeAll`; `prepare` sees the application before it starts (routes are not registered yet). */
export async function createTestDesk(
  options: {
    setup?: Partial<DeskSetup>;
    /** Whether the desk listens for changes that other programs commit. */
    listens?: boolean;
    prepare?: (app: NestFastifyApplication) => void;
  } = {},
): Promise<TestDesk> {
  const database = await createTestDatabase();
  const owner = await database.as('kotae_owner');
  await buildTestCity(owner, TEST_CITY);
  const clock = new FakeClock('2026-11-20T01:00:00Z');
  const log = makeLog('desk test');
  log.level = process.env['KOTAE_TEST_LOG'] ?? 'silent';
  const app = await createDeskServer({
    source: await openDatabase({ url: database.url('kotae_desk'), poolSize: 8, applicationName: 'test desk' }),
    listenUrl: options.listens === true ? database.url('kotae_desk') : null,
    clock,
    typesetter: typesetHere,
    log,
    secret: 'a secret of the test city, long enough',
    https: false,
    trustProxy: false,
    webFolder: null,
    ...options.setup,
  });
  options.prepare?.(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const request = async <T>(method: string, path: string, given: TestRequest = {}): Promise<Answer<T>> => {
    const response = await app.inject({
      method: method as 'GET',
      url: path,
      headers: {
        host: 'desk.test',
        ...(given.cookie === undefined ? {} : { cookie: given.cookie }),
        ...given.headers,
      },
      ...(given.payload !== undefined ? { payload: given.payload } : {}),
      ...(given.body !== undefined ? { payload: given.body as object } : {}),
    });
    const json = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: (json ? response.json() : response.body) as T,
      headers: response.headers,
      raw: response.rawPayload,
    };
  };

  const signIn = async (login: string, password = TEST_PASSWORD): Promise<TestStaff> => {
    const answer = await request<Me>('POST', '/api/session', { body: { login, password } });
    if (answer.status !== 200) throw new Error(`Sign-in of ${login} answered ${answer.status}`);
    const cookie = String(answer.headers['set-cookie']).split(';', 1)[0]!;
    return {
      me: answer.body,
      cookie,
      get: (path) => request('GET', path, { cookie }),
      send: (method, path, body) =>
        request(method, path, { cookie, body, headers: { 'x-csrf-token': answer.body.csrfToken } }),
    };
  };

  const passwordHash = hashPassword(TEST_PASSWORD);
  return {
    app,
    clock,
    database,
    owner,
    request,
    signIn,
    staff: async (role, sectionId = null) => {
      const login = sectionId === null ? role : `${role}-${sectionId}`;
      const [known] = await owner.query('select 1 from staff where login = $1', [login]);
      if (known === undefined) {
        await createStaff(owner, {
          login,
          name: `${login}の人`,
          role,
          sectionId,
          passwordHash: await passwordHash,
          createdAt: clock.now(),
        });
      }
      return signIn(login);
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
