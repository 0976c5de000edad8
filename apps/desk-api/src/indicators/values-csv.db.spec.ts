import 'reflect-metadata';
import type { IndicatorView, Problem, ValueTableCheck, ValueTableImported } from '@kotae/contracts';
import { csv, parseCsv } from '@kotae/documents';
import { DEMO_PLAN_ID, demoCityPlan } from '@kotae/indicators';
import { PgIndicatorStore } from '@kotae/persistence';
import { createTestDesk, type Answer, type TestDesk, type TestStaff } from '../testing/test-desk';
import { closeYear } from '../testing/test-closings';
import { multipart } from '../testing/test-multipart';

const HEAD = ['指標番号', '指標名', '単位', '令和7年度', '令和8年度', '出典'];
const SOURCE = '令和8年度 事業実績報告';
const PLAN = `/api/plans/${DEMO_PLAN_ID}`;

describe('values by file', () => {
  let desk: TestDesk;
  let office: TestStaff;

  beforeEach(async () => {
    desk = await createTestDesk();
    await desk.owner.transaction((tx) => new PgIndicatorStore(tx).addPlans(demoCityPlan()));
    office = await desk.staff('desk');
  });
  afterEach(() => desk.close());

  const table = (...rows: (string | number | null)[][]) => csv([HEAD, ...rows], { encoding: 'utf8-bom' }).bytes;
  const send = <T>(
    path: string,
    bytes: Buffer,
    words: Record<string, string> = {},
    who = office,
  ): Promise<Answer<T>> => {
    const { contentType, payload } = multipart(words, { name: 'file', fileName: '値.csv', bytes });
    return desk.request<T>('POST', path, {
      cookie: who.cookie,
      headers: { 'x-csrf-token': who.me.csrfToken, 'content-type': contentType },
      payload,
    });
  };
  const check = async (bytes: Buffer) => (await send<ValueTableCheck>(`${PLAN}/values/check`, bytes)).body;
  const take = (bytes: Buffer, checkId: string, sourceText = SOURCE, who = office) =>
    send<ValueTableImported & Problem>(`${PLAN}/values`, bytes, { checkId, sourceText }, who);
  const yearsOf = async (id: string) =>
    (await office.get<IndicatorView>(`/api/indicators/${id}?fiscalYear=2026`)).body.yearly;
  const stored = async () => Number((await desk.owner.query('select count(*)::int as n from indicator_value'))[0].n);

  it('hands out a table with the indicators that take values, and takes it back unchanged', async () => {
    await office.send('POST', '/api/indicators/KODAMA-4/values', { fiscalYear: 2025, value: 873, sourceText: '集計' });
    const answer = await office.get(`${PLAN}/values.csv`);
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain("UTF-8''値の取り込み_こだま市");
    const rows = parseCsv(answer.raw);
    expect(rows[0]).toEqual(HEAD);
    expect(rows.slice(1).map((row) => row[0])).toEqual(['KODAMA-3', 'KODAMA-4', 'KODAMA-5', 'KODAMA-6']);
    expect(rows[2]).toEqual(['KODAMA-4', '出前講座の参加人数', '延人/年', '873', '', '']);
    const checked = await check(answer.raw);
    expect(checked.problems).toEqual([]);
    expect(checked.changes.map((c) => c.kind)).toEqual(['unchanged']);
  });

  it('shows new, changed, taken back and unchanged values before it takes them over with source and author', async () => {
    for (const [id, value] of [
      ['KODAMA-4', 873],
      ['KODAMA-5', 251_000],
      ['KODAMA-6', 15],
    ] as const)
      await office.send('POST', `/api/indicators/${id}/values`, { fiscalYear: 2025, value, sourceText: '集計' });
    const bytes = table(
      ['KODAMA-3', '対話事業に関する満足度', '%', '６４．５', '66%', ''],
      ['KODAMA-4', '出前講座の参加人数', '', '延1,040人', '', '生涯学習課 出前講座集計'],
      ['KODAMA-5', '', '件', '251,000', '', ''],
      ['KODAMA-6', '', '', '未集計', '―', ''],
    );
    const before = await stored();
    const checked = await check(bytes);
    expect(checked.problems).toEqual([]);
    expect(
      checked.changes.map(({ line, fiscalYear, kind, before: was, after }) => [line, fiscalYear, kind, was, after]),
    ).toEqual([
      [2, 2025, 'new', null, 64.5],
      [2, 2026, 'new', null, 66],
      [3, 2025, 'changed', 873, 1040],
      [4, 2025, 'unchanged', 251_000, 251_000],
      [5, 2025, 'taken_back', 15, null],
      [5, 2026, 'unchanged', null, null],
    ]);
    expect(await stored()).toBe(before);

    const taken = await take(bytes, checked.checkId);
    expect([taken.status, taken.body]).toEqual([200, { planId: DEMO_PLAN_ID, imported: 4, unchanged: 2 }]);
    expect(await yearsOf('KODAMA-4')).toContainEqual({
      fiscalYear: 2025,
      value: 1040,
      cumulative: null,
      sourceText: '生涯学習課 出前講座集計',
      closed: false,
    });
    expect((await yearsOf('KODAMA-3')).at(-1)).toMatchObject({ value: 66, sourceText: SOURCE });
    const [row] = await desk.owner.query(
      `select author_name, origin, author_id from indicator_value where indicator_id = 'KODAMA-3' and fiscal_year = 2026`,
    );
    expect(row).toEqual({ author_name: 'deskの人', origin: 'imported', author_id: office.me.staffId });

    // The same table again, with the old check or a new one, changes nothing.
    const count = await stored();
    expect((await take(bytes, checked.checkId)).body).toMatchObject({ imported: 0, unchanged: 6 });
    expect((await take(bytes, (await check(bytes)).checkId)).body).toMatchObject({ imported: 0 });
    expect(await stored()).toBe(count);
  });

  it('reads the Shift_JIS that Excel writes, with line ends in cells', async () => {
    const { bytes } = csv(
      [HEAD, ['KODAMA-4', '出前講座の参加人数', '延人/年', '９００', '―', '生涯学習課\n①集計～速報']],
      { encoding: 'cp932' },
    );
    expect(bytes.includes(Buffer.from('指標', 'utf8'))).toBe(false);
    const checked = await check(bytes);
    expect(checked.problems).toEqual([]);
    expect(checked.changes[0]).toMatchObject({ after: 900, sourceText: '生涯学習課\n①集計～速報' });
  });

  it('names every wrong line in words, and takes nothing while one is wrong', async () => {
    await closeYear(office, office, DEMO_PLAN_ID, 2025);
    const bytes = csv(
      [
        [...HEAD, '令和9年度'],
        ['KODAMA-3', '', '', '', '七割', '', ''],
        ['KODAMA-9', '', '', '1', '', '', ''],
        ['KODAMA-1', '', '', '1', '', '', ''],
        ['KODAMA-7', '', '', '1', '', '', ''],
        ['KODAMA-4', '回答までにかかった日数（平均）', '', '', '1', '', ''],
        ['KODAMA-5', '', '人', '', '1', '', ''],
        ['KODAMA-3', '', '', '', '1', '', ''],
        ['', '満足度', '', '', '1', '', ''],
        ['KODAMA-6', '', '', '12', '1,23', '', '3'],
      ],
      { encoding: 'utf8-bom' },
    ).bytes;
    const checked = await check(bytes);
    expect(checked.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, '令和8年度'],
      [3, '指標番号'],
      [4, null],
      [5, null],
      [6, '指標名'],
      [7, '単位'],
      [8, '指標番号'],
      [9, '指標番号'],
      [10, '令和7年度'],
      [10, '令和8年度'],
      [10, '令和9年度'],
    ]);
    expect(checked.problems.map((problem) => problem.message).join('\n')).toMatch(
      /数字として読めません[\s\S]*この計画にない[\s\S]*自動で数える[\s\S]*他の指標から計算[\s\S]*行がずれて[\s\S]*単位[\s\S]*2行目と同じ[\s\S]*締められている[\s\S]*「,」[\s\S]*始まっていない/,
    );
    const refused = await take(bytes, checked.checkId);
    expect(refused.body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'file' }] });
    expect(await stored()).toBe(0);
  });

  it('names so many wrong lines as a person can read, and says how many more there are', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => [`Z-${n}`, '', '', '1', '', '']);
    const checked = await check(table(...rows));
    expect(checked.problems).toHaveLength(200);
    expect(checked.problems.at(-1)).toMatchObject({ line: 201, column: '指標番号' });
    expect(checked.moreProblems).toBe(1_300);
    expect((await check(table(['KODAMA-9', '', '', '1', '', '']))).moreProblems).toBe(0);
    expect((await take(table(...rows), checked.checkId)).body).toMatchObject({ code: 'invalid_input' });
  });

  it('refuses to change a closed year, and leaves it alone when the table says the same', async () => {
    await office.send('POST', '/api/indicators/KODAMA-4/values', { fiscalYear: 2025, value: 873, sourceText: '集計' });
    await closeYear(office, office, DEMO_PLAN_ID, 2025);
    const same = await check(table(['KODAMA-4', '', '', 873, 950, '']));
    expect(same.problems).toEqual([]);
    const other = await check(table(['KODAMA-4', '', '', 874, 950, '']));
    expect(other.problems).toEqual([
      { line: 2, column: '令和7年度', message: expect.stringMatching(/締められている.*いまの値：873人/) },
    ]);
  });

  it('refuses what was checked when somebody was faster, whoever it was and however close', async () => {
    const other = await desk.staff('desk', 'roads');
    const [mine, theirs] = [table(['KODAMA-4', '', '', 900, '', '']), table(['KODAMA-4', '', '', 901, '', ''])];
    const [first, second] = [await check(mine), await check(theirs)];
    const answers = await Promise.all([take(mine, first.checkId), take(theirs, second.checkId, SOURCE, other)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('stale');
    expect(await stored()).toBe(1);

    const checked = await check(table(['KODAMA-6', '', '', 14, '', '']));
    await office.send('POST', '/api/indicators/KODAMA-6/values', { fiscalYear: 2025, value: 13, sourceText: '集計' });
    expect((await take(table(['KODAMA-6', '', '', 14, '', '']), checked.checkId)).body.code).toBe('stale');
  });

  it('asks for a source, a file, a table, and a size', async () => {
    const bytes = table(['KODAMA-4', '', '', 900, '', '']);
    const { checkId } = await check(bytes);
    expect((await take(bytes, checkId, ' ')).body).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'sourceText' }],
    });
    const refused = async (content: Buffer) => (await send<Problem>(`${PLAN}/values/check`, content)).body;
    expect(await refused(Buffer.alloc(0))).toMatchObject({ code: 'invalid_input', fields: [{ field: 'file' }] });
    expect(await refused(Buffer.from('PK\u0003\u0004workbook'))).toMatchObject({ code: 'unsupported_file' });
    expect(await refused(Buffer.from([0x61, 0xff, 0xfe, 0x00]))).toMatchObject({ code: 'unsupported_file' });
    expect(await refused(Buffer.from('"a'))).toMatchObject({ code: 'invalid_input', fields: [{ field: 'file' }] });
    const large = await send<Problem>(`${PLAN}/values/check`, Buffer.alloc(1024 * 1024 + 1, 'a'));
    expect([large.status, large.body.code]).toEqual([413, 'too_large']);
    const long = csv([HEAD, ...Array.from({ length: 2001 }, () => ['KODAMA-4', '', '', '1', '', ''])], {
      encoding: 'cp932',
    });
    expect((await check(long.bytes)).problems[0]?.message).toContain('2,000行まで');
    for (const odd of ['a,b\r\n1,2\r\n', '指標番号,指標名\r\nKODAMA-4,\r\n', '指標番号,R7,2025\r\nKODAMA-4,1,2\r\n'])
      expect((await check(Buffer.from(odd))).problems).toHaveLength(1);
    expect((await send(`/api/plans/nowhere/values/check`, bytes)).status).toBe(404);
  });
});
