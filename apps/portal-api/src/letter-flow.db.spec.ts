import sharp from 'sharp';
import { decode, fieldsOf, formFrom, startPortal, type PortalUnderTest, type TestAnswer } from './portal.testing';

const BODY = '一行目です。\n\n　二行目、𠮷田さんと👨‍👩‍👧 <b>"引用"</b> & \'終わり\'\n';

describe('a letter without JavaScript', () => {
  let portal: PortalUnderTest;
  let photo: File;
  let visitor = 0;

  beforeAll(async () => {
    portal = await startPortal();
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer();
    photo = new File([new Uint8Array(bytes)], '坂道の写真.JPG', { type: 'image/jpeg' });
  }, 60_000);
  afterAll(() => portal.close());
  beforeEach(() => (visitor += 1));

  const ip = () => `198.51.100.${visitor}`;
  const open = () => portal.inject({ url: '/letter?kind=letter_to_mayor', ip: ip() });
  const post = (url: string, page: TestAnswer, changes: Record<string, string | File>, headers = {}) =>
    portal.inject({ method: 'POST', url, form: formFrom(page.text, changes), ip: ip(), headers });
  const count = async (table: string) => Number((await portal.owner.query(`select count(*) from ${table}`))[0].count);
  const codeOn = (page: TestAnswer) => /id="receipt-code"[^>]*>([^<]+)</.exec(page.text)?.[1];
  const cookieOf = (page: TestAnswer) => String(page.headers['set-cookie']).split(';', 1)[0] ?? '';
  const title = (page: TestAnswer) => /<title>([^<]*)</.exec(page.text)?.[1];

  it('goes from writing over checking to a receipt, by a form that works by itself', async () => {
    const form = await open();
    const check = await post('/letter', form, {
      body: BODY,
      subject: '坂道',
      replyWanted: 'email',
      email: 'a@example.jp',
      name: '髙﨑 花子',
      files: photo,
      publishConsent: 'yes',
      action: 'check',
    });
    expect([check.status, title(check)]).toEqual([200, '送る前の確認｜こだま市 市民の声']);
    expect(check.text).toContain('坂道の写真.jpg');
    const done = await post('/letter/send', check, { action: 'send' });
    expect(done.status).toBe(200);
    expect(codeOn(done)).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{4}$/);
    expect(done.text).toContain('令和8年12月4日');
    expect(done.headers['cache-control']).toBe('no-store');
    const [row] = await portal.owner.query(
      `select s.body, s.kind, s.publish_consent, w.name, w.email, a.file_name, a.media_type from submission s
       join submitter w on w.submission_id = s.id join attachment a on a.submission_id = s.id where s.subject = '坂道'`,
    );
    expect(row).toEqual({
      body: BODY,
      kind: 'letter_to_mayor',
      publish_consent: true,
      name: '髙﨑 花子',
      email: 'a@example.jp',
      file_name: '坂道の写真.jpg',
      media_type: 'image/jpeg',
    });
  });

  it('shows the receipt at an address of its own, again and again for half an hour', async () => {
    const check = await post('/letter', await open(), { body: '控えをもう一度', replyWanted: 'none', action: 'check' });
    const sent = await post('/letter/send', check, { action: 'send' }, { cookie: cookieOf(check) });
    expect([sent.status, sent.headers['location'], sent.text]).toEqual([303, '/letter/done', '']);
    expect(String(sent.headers['set-cookie'])).toMatch(/; Max-Age=1800; Path=\/letter; HttpOnly; SameSite=Strict$/);
    const look = (cookie: string) => portal.inject({ url: '/letter/done', headers: { cookie } });
    const done = await look(cookieOf(sent));
    expect([done.status, done.headers['cache-control'], done.headers['set-cookie']]).toEqual([
      200,
      'no-store',
      undefined,
    ]);
    const code = codeOn(done)!;
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{4}$/);
    expect(decodeURIComponent(cookieOf(sent))).not.toContain(code);
    await portal.restart();
    expect(codeOn(await look(cookieOf(sent)))).toBe(code);
    for (const cookie of ['', cookieOf(check), `${cookieOf(sent).slice(0, -6)}AAAAAA`]) {
      const none = await look(cookie);
      expect([none.status, title(none)]).toEqual([410, '控えをお見せできる時間が過ぎました｜こだま市 市民の声']);
    }
    portal.clock.set(new Date(portal.clock.now().getTime() + 30 * 60_000).toISOString());
    expect((await look(cookieOf(sent))).status).toBe(410);
  });

  it('promises no mail to who asks not to be contacted, before sending and after', async () => {
    const body = '歩道の草を刈ってください。返信は不要ですので連絡しないでください。';
    const write = async (reply: Record<string, string>) =>
      post('/letter', await open(), { body, action: 'check', ...reply });
    const byMail = await write({ replyWanted: 'email', email: 'a@example.jp' });
    expect(byMail.text).toContain('連絡を希望されないと書かれているため、メールは送りません。');
    expect(byMail.text).not.toContain('にお送りします');
    const done = await post('/letter/send', byMail, { action: 'send' });
    expect(done.text).toContain('連絡を希望されないと書かれているため、メールは送りません。');
    expect(done.text).not.toMatch(/メールでもお知らせします|返事をお送りします/);
    const byPost = await write({ replyWanted: 'post', postalCode: '000-0000', address: '中央1-1', name: '髙﨑 花子' });
    expect(byPost.text).toContain('返事の手紙は送りません。');
    expect((await write({ replyWanted: 'none' })).text).not.toContain('送りません。');
    const wished = await write({ replyWanted: 'email', email: 'a@example.jp', body: '歩道の草を刈ってください。' });
    expect(wished.text).not.toContain('送りません。');
    expect(wished.text).toContain('にお送りします');
  });

  it('says beside the field that an address cannot be reached from here', async () => {
    const wrong = await post('/letter', await open(), {
      body: BODY,
      replyWanted: 'email',
      email: 'だれ@例え.jp',
      action: 'check',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<a href="#email">このメールアドレスには、市からメールを届けられません。');
    expect(fieldsOf(wrong.text).get('email')).toEqual(['だれ@例え.jp']);
    const wide = await post('/letter', wrong, { email: 'ａ＠ｅｘａｍｐｌｅ．ｊｐ', action: 'check' });
    expect(wide.status).toBe(200);
  });

  it('loses nothing that was typed or attached to an error', async () => {
    const wrong = await post('/letter', await open(), {
      body: BODY,
      subject: 'い'.repeat(101),
      replyWanted: 'post',
      name: '',
      address: '中央1-1\n101号',
      district: '川辺',
      ageBand: '70s',
      publishConsent: 'no',
      files: photo,
      action: 'check',
    });
    expect([wrong.status, title(wrong)]).toEqual([422, 'エラー: 市長への手紙を書く｜こだま市 市民の声']);
    expect(wrong.text).toContain('<a href="#subject">件名は100文字までで書いてください（今は101文字です）。</a>');
    expect(wrong.text).toContain('href="#name"');
    const kept = fieldsOf(wrong.text);
    expect(Object.fromEntries([...kept].map(([name, values]) => [name, values[0]]))).toMatchObject({
      body: BODY,
      subject: 'い'.repeat(101),
      replyWanted: 'post',
      address: '中央1-1\n101号',
      district: '川辺',
      ageBand: '70s',
      publishConsent: 'no',
      kind: 'letter_to_mayor',
    });
    expect(kept.get('attachment')).toHaveLength(1);
    const check = await post('/letter', wrong, { subject: '短く', name: '髙﨑 花子', action: 'check' });
    expect(check.status).toBe(200);
    const back = await post('/letter', check, { action: 'edit' });
    expect(fieldsOf(back.text).get('body')).toEqual([BODY]);
    expect(back.text).toContain('坂道の写真.jpg');
  });

  it('survives a restart of the server between any two steps', async () => {
    const form = await open();
    await portal.restart();
    const check = await post('/letter', form, {
      body: '再起動をまたぐ手紙',
      replyWanted: 'none',
      files: photo,
      action: 'check',
    });
    await portal.restart();
    const done = await post('/letter/send', check, { action: 'send' });
    await portal.restart();
    const again = await post('/letter/send', check, { action: 'send' });
    expect(codeOn(done)).toBeDefined();
    expect(codeOn(again)).toBe(codeOn(done));
    const rows = await portal.owner.query(
      `select count(a.id)::int as files from submission s left join attachment a on a.submission_id = s.id
       where s.body = '再起動をまたぐ手紙' group by s.id`,
    );
    expect(rows).toEqual([{ files: 1 }]);
  });

  it('is one submission however often it is sent, and another one only when asked for', async () => {
    const check = await post('/letter', await open(), { body: '一度だけ', replyWanted: 'none', action: 'check' });
    const before = await count('submission');
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('/letter/send', check, { action: 'send' })));
    expect(await count('submission')).toBe(before + 1);
    expect(new Set(answers.map(codeOn)).size).toBe(1);

    const changed = await post('/letter/send', check, { body: '戻って書きかえた', action: 'send' });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('先ほど別の内容を受け付けています');
    expect(await count('submission')).toBe(before + 1);
    const second = await post('/letter/send', changed, { action: 'send' });
    expect(codeOn(second)).not.toBe(codeOn(answers[0]!));
    expect(await count('submission')).toBe(before + 2);
  });

  it('takes files off again, refuses what is no picture, and keeps the rest', async () => {
    const script = new File(['<script>alert(1)</script>'], 'evil.jpg', { type: 'image/jpeg' });
    const form = formFrom((await open()).text, {
      body: 'ファイル',
      replyWanted: 'none',
      files: photo,
      action: 'attach',
    });
    form.append('files', script);
    const page = await portal.inject({ method: 'POST', url: '/letter', form, ip: ip() });
    expect(page.text).toContain('「evil.jpg」: 写真（JPEG・PNG・WebP）かPDFを選んでください。');
    const [ref] = fieldsOf(page.text).get('attachment') ?? [];
    const without = await post('/letter', page, { action: `remove:${ref?.split('.')[0]}` });
    expect(fieldsOf(without.text).get('attachment')).toBeUndefined();
    expect(fieldsOf(without.text).get('body')).toEqual(['ファイル']);
  });

  it('says so when a file was kept too long, instead of sending without it', async () => {
    const check = await post('/letter', await open(), {
      body: '古い添付',
      replyWanted: 'none',
      files: photo,
      action: 'check',
    });
    await portal.owner.query('delete from attachment where submission_id is null');
    const answer = await post('/letter/send', check, { action: 'send' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('もう一度添付してください');
    expect(fieldsOf(answer.text).get('body')).toEqual(['古い添付']);
  });

  it('asks for patience after five in a minute, keeps everything, and goes through after the wait', async () => {
    let last: TestAnswer | null = null;
    for (let i = 0; i < 6; i++) {
      const check = await post('/letter', await open(), { body: `続けて ${i}`, replyWanted: 'none', action: 'check' });
      last = await post('/letter/send', check, { action: 'send' });
      if (i < 5) expect(last.status).toBe(200);
    }
    expect(last?.status).toBe(429);
    const wait = Number(last?.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(last?.text).toContain(`${wait}秒`);
    expect(last?.text).toContain('data-challenge=');
    expect(fieldsOf(last!.text).get('body')).toEqual(['続けて 5']);
    portal.clock.set(new Date(portal.clock.now().getTime() + wait * 1000).toISOString());
    expect((await post('/letter/send', last!, { action: 'send' })).status).toBe(200);
  });

  it('does not drop a form whose hidden field was filled in: it waits once', async () => {
    const check = await post('/letter', await open(), {
      body: '自動入力',
      replyWanted: 'none',
      website: 'https://example.com',
      action: 'check',
    });
    const held = await post('/letter/send', check, { action: 'send' });
    expect(held.status).toBe(429);
    const wait = Number(held.headers['retry-after']);
    portal.clock.set(new Date(portal.clock.now().getTime() + wait * 1000).toISOString());
    expect((await post('/letter/send', held, { action: 'send' })).status).toBe(200);
  });

  it('cannot be sent by a page of another site without a person pressing the button here', async () => {
    const check = await post('/letter', await open(), { body: 'よそから', replyWanted: 'none', action: 'check' });
    const before = await count('submission');
    const answer = await post('/letter/send', check, { action: 'send' }, { 'sec-fetch-site': 'cross-site' });
    expect(title(answer)).toContain('送る前の確認');
    expect(await count('submission')).toBe(before);
  });

  it('adds to an earlier one by its code, and opens what happened since', async () => {
    const check = await post('/letter', await open(), { body: '最初の声', replyWanted: 'none', action: 'check' });
    const code = codeOn(await post('/letter/send', check, { action: 'send' }))!;
    const status = await portal.inject({
      method: 'POST',
      url: '/status',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `code=${encodeURIComponent(code.toLowerCase())}`,
      ip: ip(),
    });
    expect(status.status).toBe(200);
    expect(decode(status.text)).toContain('広報広聴課が読みます');
    const start = new FormData();
    for (const [name, value] of Object.entries({ action: 'start', kind: 'web_opinion', follows: code })) {
      start.append(name, value);
    }
    const form = await portal.inject({ method: 'POST', url: '/letter', form: start, ip: ip() });
    const more = await post('/letter', form, { body: '書き足し', replyWanted: 'none', action: 'check' });
    await post('/letter/send', more, { action: 'send' });
    const [row] = await portal.owner.query(
      `select f.body from submission s join submission f on f.id = s.follows_id where s.body = '書き足し'`,
    );
    expect(row).toEqual({ body: '最初の声' });
  });

  it('stays on the page when the database does not answer, and writes nothing of it into the log', async () => {
    const check = await post('/letter', await open(), {
      body: '秘密の相談内容',
      replyWanted: 'email',
      email: 'himitsu@example.jp',
      action: 'check',
    });
    await portal.loseDatabase();
    const answer = await post('/letter/send', check, { action: 'send' });
    expect(answer.status).toBe(503);
    expect(fieldsOf(answer.text).get('body')).toEqual(['秘密の相談内容']);
    expect(answer.text).toContain('書いたものは、この画面に残っています');
    await portal.restart();
    expect((await post('/letter/send', answer, { action: 'send' })).status).toBe(200);
    const log = portal.log.join('\n');
    expect(log).toContain('a letter could not be received');
    for (const secret of ['秘密', 'himitsu', '髙﨑', '坂道']) expect(log).not.toContain(secret);
  });
});
