import 'reflect-metadata';
import type { Page, Problem, Reference, TemplateView } from '@kotae/contracts';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';

describe('templates and reference data', () => {
  let desk: TestDesk;
  let office: TestStaff;
  let roads: TestStaff;
  let culture: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    office = await desk.staff('desk');
    roads = await desk.staff('section_member', 'roads');
    culture = await desk.staff('section_approver', 'culture');
  });
  afterAll(() => desk.close());

  const add = (who: TestStaff, sectionId: string | null, name: string) =>
    who.send<TemplateView & Problem>('POST', '/api/templates', {
      sectionId,
      name,
      body: 'ご意見ありがとうございます。',
    });
  const names = async (who: TestStaff) =>
    (await who.get<Page<TemplateView>>('/api/templates')).body.items.map((t) => t.name).sort();

  it('shows a section its own and those of all, and the desk every one', async () => {
    await add(office, null, '共通');
    await add(office, 'culture', '生涯学習');
    await add(roads, 'roads', '道路');
    expect(await names(roads)).toEqual(['共通', '道路']);
    expect(await names(culture)).toEqual(['共通', '生涯学習']);
    expect(await names(office)).toEqual(['共通', '生涯学習', '道路']);
  });

  it('lets a section write its own only', async () => {
    expect((await add(roads, null, '共通2')).status).toBe(403);
    expect((await add(roads, 'culture', '他課')).status).toBe(403);
    const { body } = await add(roads, 'roads', '直し前');
    const change = { sectionId: 'roads', name: '直し後', body: '本文' };
    expect((await culture.send('PUT', `/api/templates/${body.id}`, change)).status).toBe(403);
    expect((await culture.send('DELETE', `/api/templates/${body.id}`)).status).toBe(403);
    expect((await roads.send('PUT', `/api/templates/${body.id}`, { ...change, sectionId: null })).status).toBe(403);
    const done = await roads.send<TemplateView>('PUT', `/api/templates/${body.id}`, change);
    expect(done.body).toEqual({ id: body.id, ...change });
    expect((await roads.send('DELETE', `/api/templates/${body.id}`)).status).toBe(204);
    expect((await roads.send('DELETE', `/api/templates/${body.id}`)).status).toBe(404);
  });

  it('names the field that needs another look', async () => {
    const unnamed = await add(office, null, '');
    expect(unnamed.body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'name' }] });
    const nowhere = await add(office, 'moon', '月');
    expect(nowhere.body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'sectionId' }] });
    const management = await desk.staff('management');
    expect((await management.get('/api/templates')).status).toBe(403);
  });

  it('tells everyone who is signed in the names of the city, and nobody else', async () => {
    const { body } = await culture.get<Reference>('/api/reference');
    expect(body.today).toBe('2026-11-20');
    expect(body.city).toMatchObject({ name: 'こだま市', replyRule: { days: 14, unit: 'calendar' } });
    expect(body.city).not.toHaveProperty('publicWords');
    expect(body.sections).toHaveLength(3);
    expect(body.topics.find((topic) => topic.code === 'safety')).toEqual({
      code: 'safety',
      name: '交通安全・防犯',
      sectionId: 'roads',
      active: true,
    });
    expect((await desk.request('GET', '/api/reference')).status).toBe(401);
  });

  it('prints the proposal postcard', async () => {
    const pdf = await roads.get('/api/postcard.pdf');
    expect({ status: pdf.status, type: pdf.headers['content-type'] }).toEqual({ status: 200, type: 'application/pdf' });
    expect(pdf.raw.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect((await desk.request('GET', '/api/postcard.pdf')).status).toBe(401);
  });
});
