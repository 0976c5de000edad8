import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderMailer } from './folder-mailer';

describe('mails as files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kotae-mails-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('come from whoever the city names at the moment, without a restart', async () => {
    let address = 'old@city.example';
    const mailer = folderMailer(folder, async () => ({ name: 'City', address }));
    const mail = (messageId: string) => ({ to: 'a@example.jp', subject: 'x', text: 'x', messageId });
    const sent = async (messageId: string) => {
      const before = new Set(await readdir(folder));
      await mailer.send(mail(messageId));
      const made = (await readdir(folder)).filter((name) => !before.has(name));
      return readFile(join(folder, made[0]!), 'utf8');
    };
    expect(await sent('<1@city.example>')).toContain('old@city.example');
    address = 'new@city.example';
    const next = await sent('<2@city.example>');
    expect(next).toContain('new@city.example');
    expect(next).not.toContain('old@city.example');
  });
});
