import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { PERMISSIONS, may, type Permission, type Problem } from '@kotae/contracts';
import { ROLES, newId, type Role } from '@kotae/kernel';
import { DiscoveryModule, MetadataScanner, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { EndpointBook, type Endpoint } from './endpoint-book';
import { documentedEndpoints } from './permissions-doc';

/** Open to everyone by design; a new one has to be added here on purpose. */
const PUBLIC = ['GET /healthz', 'GET /readyz', 'POST /api/session'];

/** Streams do not end by themselves: their success is tried in live.db.spec.ts. */
const STREAMS = ['GET /api/events'];

/** They end the session that asks: tried in session.db.spec.ts, and last here. */
const SIGN_OUT = ['DELETE /api/session', 'DELETE /api/sessions'];

/** Decides what of an answer is shown, not whether there is one: masking.db.spec.ts. */
const WITHIN_ANSWERS: readonly Permission[] = ['personal_data.read'];

const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`;
const addressOf = (path: string) => path.replace(/:[a-zA-Z]+/g, () => newId());

describe('who may do what, endpoint by endpoint', () => {
  const registered: { method: string; url: string }[] = [];
  let desk: TestDesk;
  let endpoints: readonly Endpoint[];
  const staff = {} as Record<Role, TestStaff>;

  beforeAll(async () => {
    desk = await createTestDesk({
      prepare: (app) =>
        app
          .getHttpAdapter()
          .getInstance()
          .addHook('onRoute', (route) => {
            for (const method of [route.method].flat()) registered.push({ method, url: route.url });
          }),
    });
    endpoints = desk.app.get(EndpointBook).endpoints;
    for (const role of ROLES) {
      staff[role] = await desk.staff(role, role.startsWith('section') ? 'roads' : null);
    }
  });
  afterAll(() => desk.close());

  const call = (endpoint: Endpoint, options: { cookie?: string; headers?: Record<string, string> } = {}) =>
    desk.request<Problem>(endpoint.method, addressOf(endpoint.path), {
      ...options,
      ...(endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { body: {} }),
    });

  it('knows every route that the server answers', () => {
    const routes = registered
      .filter(({ method }) => !['HEAD', 'OPTIONS'].includes(method))
      .map(({ method, url }) => `${method} ${url}`)
      .sort();
    expect([...new Set(routes)]).toEqual(endpoints.map(nameOf).sort());
    expect(endpoints.length).toBeGreaterThan(25);
  });

  it('leaves open only what is meant to be open', () => {
    expect(
      endpoints
        .filter((e) => e.access.kind === 'public')
        .map(nameOf)
        .sort(),
    ).toEqual(PUBLIC);
  });

  it('asks for every permission somewhere, or decides by it what an answer shows', () => {
    const asked = endpoints.flatMap(({ access }) => (access.kind === 'permission' ? [access.permission] : []));
    expect([...new Set([...asked, ...WITHIN_ANSWERS])].sort()).toEqual([...PERMISSIONS].sort());
  });

  it('is written down in docs/permissions.md, every endpoint of it', () => {
    expect(documentedEndpoints()).toEqual(
      endpoints
        .map((e) => `${nameOf(e)} ${e.access.kind === 'permission' ? e.access.permission : e.access.kind}`)
        .sort(),
    );
  });

  it('answers 401 to everyone without a session', async () => {
    for (const endpoint of endpoints.filter((e) => e.access.kind !== 'public')) {
      const none = await call(endpoint);
      const wrong = await call(endpoint, { cookie: `kotae_desk=${'x'.repeat(43)}` });
      expect([nameOf(endpoint), none.status, wrong.status]).toEqual([nameOf(endpoint), 401, 401]);
      expect(none.body.code).toBe('unauthenticated');
    }
  });

  it('answers 403 to a role without the permission, and lets the others in', async () => {
    for (const endpoint of endpoints) {
      const { access } = endpoint;
      if (access.kind !== 'permission' || STREAMS.includes(nameOf(endpoint))) continue;
      for (const role of ROLES) {
        const { cookie, me } = staff[role];
        const answer = await call(endpoint, { cookie, headers: { 'x-csrf-token': me.csrfToken } });
        const allowed = may(role, access.permission);
        const seen = `${nameOf(endpoint)} ${role} ${answer.status}`;
        if (allowed) expect([seen, answer.status === 401, answer.status === 403]).toEqual([seen, false, false]);
        else expect([seen, answer.status]).toEqual([seen, 403]);
        expect([seen, answer.status < 500]).toEqual([seen, true]);
      }
    }
  });

  it('refuses streams to roles without the permission', async () => {
    for (const endpoint of endpoints.filter((e) => STREAMS.includes(nameOf(e)))) {
      const { access } = endpoint;
      if (access.kind !== 'permission') throw new Error(`${nameOf(endpoint)} must ask for a permission`);
      for (const role of ROLES.filter((r) => !may(r, access.permission))) {
        expect((await call(endpoint, { cookie: staff[role].cookie })).status).toBe(403);
      }
    }
  });

  it('refuses every change without the token of the session, and every change from another site', async () => {
    const { cookie, me } = staff.desk;
    const other = await desk.signIn('desk');
    for (const endpoint of endpoints.filter((e) => e.method !== 'GET' && e.access.kind !== 'public')) {
      const name = nameOf(endpoint);
      const answers = [
        await call(endpoint, { cookie }),
        await call(endpoint, { cookie, headers: { 'x-csrf-token': other.me.csrfToken } }),
        await call(endpoint, { cookie, headers: { 'x-csrf-token': me.csrfToken, origin: 'https://evil.example' } }),
        await call(endpoint, { cookie, headers: { 'x-csrf-token': me.csrfToken, origin: 'null' } }),
      ];
      expect([name, ...answers.map((a) => a.status)]).toEqual([name, 403, 403, 403, 403]);
    }
    expect((await staff.desk.get('/api/session')).status).toBe(200);
    const signIn = { headers: { origin: 'https://evil.example' } };
    const post = endpoints.find((e) => nameOf(e) === 'POST /api/session')!;
    expect((await call(post, signIn)).status).toBe(403);
  });

  it('never lets an answer be kept on the way', async () => {
    for (const path of ['/api/session', '/api/inbox', '/api/reference', '/api/nothing']) {
      const { headers } = await staff.desk.get(path);
      expect([path, headers['cache-control']]).toEqual([path, 'no-store']);
    }
    expect((await desk.request('GET', '/api/session')).headers['cache-control']).toBe('no-store');
  });

  it('does not start with an endpoint that asks for nothing by oversight', async () => {
    class Forgotten {
      open() {
        return 'open';
      }
    }
    Get('api/forgotten')(Forgotten.prototype, 'open', Object.getOwnPropertyDescriptor(Forgotten.prototype, 'open')!);
    Controller()(Forgotten);
    class WithForgotten {}
    Module({ imports: [DiscoveryModule], controllers: [Forgotten], providers: [MetadataScanner, EndpointBook] })(
      WithForgotten,
    );
    const app = await NestFactory.create(WithForgotten, new FastifyAdapter(), { logger: false, abortOnError: false });
    await expect(app.init()).rejects.toThrow('Forgotten.open declares no access');
  });

  it('takes changes from its own pages', async () => {
    for (const name of SIGN_OUT) {
      const session = await desk.signIn('desk');
      const [method, path] = name.split(' ') as [string, string];
      const answer = await desk.request(method, path, {
        cookie: session.cookie,
        headers: { 'x-csrf-token': session.me.csrfToken, origin: 'http://desk.test' },
      });
      expect(answer.status).toBe(204);
    }
  });
});
