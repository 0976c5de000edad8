import 'reflect-metadata';
import { decideOpinions, type CaseStores } from '@kotae/casework';
import type { PlacesView, Problem, StaffView, SubmissionDetail } from '@kotae/contracts';
import { PgUnitOfWork, caseStores } from '@kotae/persistence';
import { waitFor } from '@kotae/testing';
import type { QueryRunner } from 'typeorm';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

describe('a section is merged while others work with it', () => {
  let desk: TestDesk;
  let admin: TestStaff;
  let office: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    admin = await desk.staff('administrator');
    office = await desk.staff('desk');
  });
  afterAll(() => desk.close());

  const section = async (name: string) =>
    (await admin.get<PlacesView>('/api/city/places')).body.sections.find((one) => one.name === name)!;
  const newSection = async (name: string) => {
    await admin.send('POST', '/api/city/sections', { name, active: true });
    return section(name);
  };
  const merge = ({ id, version }: { id: string; version: number }, into: string) =>
    admin.send<Problem>('POST', `/api/city/sections/${id}/merge`, { into, version });
  const addAccount = (login: string, sectionId: string) =>
    admin.send<StaffView & Problem>('POST', '/api/staff', {
      login,
      name: '新しい人',
      role: 'section_member',
      sectionId,
      active: true,
      password: 'はじめての合言葉 1234',
    });
  /** Some statement of the desk waits for another's lock. */
  const somebodyWaits = () =>
    waitFor('somebody to wait', async () => {
      const [row] = await desk.owner.query(
        `select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where not l.granted and a.datname = current_database()`,
      );
      return row.n > 0;
    });

  async function inTransaction(work: (tx: QueryRunner) => Promise<void>): Promise<void> {
    const runner = desk.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await work(runner);
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('no account is put into a section that is being merged away', async () => {
    const { id } = await newSection('消える課');
    await inTransaction(async (tx) => {
      await tx.query(`update section set active = false, merged_into = 'roads' where id = $1`, [id]);
      const adding = addAccount('osoi', id);
      await somebodyWaits();
      await tx.commitTransaction();
      const { status, body } = await adding;
      expect({ status, fields: body.fields?.map((f) => f.field) }).toEqual({ status: 422, fields: ['sectionId'] });
    });
  });

  it('an account that was put in just before goes along', async () => {
    const old = await newSection('古い課');
    await inTransaction(async (tx) => {
      await tx.query('select 1 from section where id = $1 for share', [old.id]);
      await tx.query(
        `insert into staff (id, login, name, role, section_id, password_hash, created_at)
         values (gen_random_uuid(), 'hayai', '早い人', 'section_member', $1, 'x', now())`,
        [old.id],
      );
      const merging = merge(old, 'roads');
      await somebodyWaits();
      await tx.commitTransaction();
      expect((await merging).status).toBe(200);
    });
    expect(await desk.owner.query(`select section_id from staff where login = 'hayai'`)).toEqual([
      { section_id: 'roads' },
    ]);
  });

  it('nobody is left in a section that is no longer used, whoever comes first, and both come about', async () => {
    const old = await newSection('混み合う課');
    const { body: inside } = await addAccount('naka', old.id);
    const [merged, ...accounts] = await Promise.all([
      merge(old, 'roads'),
      ...Array.from({ length: 4 }, (_, i) => addAccount(`kondo${i}`, old.id)),
      admin.send('PUT', `/api/staff/${inside.id}`, { ...inside, name: '改姓した人' }),
    ]);
    expect(merged.status).toBe(200);
    expect(accounts.every(({ status }) => [200, 201, 422].includes(status))).toBe(true);
    expect(
      await desk.owner.query('select login from staff s join section c on c.id = s.section_id where not c.active'),
    ).toEqual([]);
  });

  it('a letter that is being corrected under one of its topics: the merge waits, and neither is undone', async () => {
    const old = await newSection('統合前の課');
    await admin.send('POST', '/api/city/topics', {
      name: '統合前の分野',
      sectionId: old.id,
      keywords: [],
      active: true,
    });
    const topic = (await admin.get<PlacesView>('/api/city/places')).body.topics.find(
      (t) => t.name === '統合前の分野',
    )!.code;
    const id = await sendLetter(desk);
    await triageAsOne(office, id, { topic, sectionId: old.id });
    const { version, opinions } = (await office.get<SubmissionDetail>(`/api/submissions/${id}`)).body;
    const { id: opinionId, start, end } = opinions[0]!;

    // A clerk's triage stands between the places, which it holds, and the letter, which it does not hold yet.
    let merging: ReturnType<typeof merge> | null = null;
    const real = new PgUnitOfWork(desk.owner, caseStores);
    const uow: typeof real = Object.assign(Object.create(real), {
      run: <T>(work: (stores: CaseStores) => Promise<T>) =>
        real.run((stores) => {
          const open = stores.cases.open.bind(stores.cases);
          stores.cases.open = async (submissionId) => {
            merging = merge(await section('統合前の課'), 'roads');
            await somebodyWaits();
            return open(submissionId);
          };
          return work(stores);
        }),
    });
    await decideOpinions(
      { uow, clock: desk.clock, actor: { kind: 'staff', ...office.me, sectionId: null } },
      {
        submissionId: id,
        version,
        reason: '担当の訂正',
        opinions: [{ id: opinionId, start, end, class: 'inquiry', topic, sectionId: 'transit' }],
      },
    );
    expect((await merging!).status).toBe(200);
    const after = (await office.get<SubmissionDetail>(`/api/submissions/${id}`)).body.opinions[0];
    expect(after).toMatchObject({ class: 'inquiry', sectionId: 'transit' });
  });
});
