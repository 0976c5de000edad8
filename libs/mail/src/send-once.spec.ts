import type { Mail, Mailer } from './mailer';
import { sendOnce } from './send-once';

const mail = (messageId: string): Mail => ({ to: 'a@example.jp', subject: 's', text: 't', messageId });

describe('a mailer that sends once', () => {
  it('does not hand over again what was taken, and tries again what was refused', async () => {
    const taken: string[] = [];
    let refuse = true;
    const server: Mailer = {
      send: async ({ messageId }) => {
        if (refuse) throw new Error('451');
        taken.push(messageId);
      },
      close: async () => undefined,
    };
    const mailer = sendOnce(server);
    await expect(mailer.send(mail('<1@x>'))).rejects.toThrow('451');
    refuse = false;
    await mailer.send(mail('<1@x>'));
    await mailer.send(mail('<1@x>'));
    await mailer.send(mail('<2@x>'));
    expect(taken).toEqual(['<1@x>', '<2@x>']);
  });

  it('asked twice at the same time hands over once, and both hear what came of it', async () => {
    let answers: ((error?: Error) => void)[] = [];
    const server: Mailer = {
      send: () =>
        new Promise((resolve, reject) => answers.push((error) => (error === undefined ? resolve() : reject(error)))),
      close: async () => undefined,
    };
    const mailer = sendOnce(server);
    const refused = [mailer.send(mail('<1@x>')), mailer.send(mail('<1@x>'))];
    expect(answers).toHaveLength(1);
    answers[0]!(new Error('451'));
    expect((await Promise.allSettled(refused)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    answers = [];
    const both = [mailer.send(mail('<1@x>')), mailer.send(mail('<1@x>'))];
    expect(answers).toHaveLength(1);
    answers[0]!();
    await Promise.all(both);
  });
});
