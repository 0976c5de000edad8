import { WaitInVain, waitFor } from './wait-for';

describe('waiting', () => {
  it('asks again after "not yet", said or thrown', async () => {
    const answers = [() => false, () => Promise.reject(new Error('not yet')), () => 'there'] as const;
    let asked = 0;
    expect(await waitFor('it', async () => answers[asked++]!())).toBe('there');
    expect(asked).toBe(3);
  });

  it('ends when nothing can come any more, with the reason', async () => {
    let asked = 0;
    const waiting = waitFor('it', async () => {
      asked += 1;
      throw new WaitInVain('it ended and said: port in use');
    });
    await expect(waiting).rejects.toThrow('it ended and said: port in use');
    expect(asked).toBe(1);
  });

  it('gives up in time, with what was waited for and the last reason', async () => {
    const failure = await waitFor('it', () => Promise.reject(new Error('refused')), 0).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: 'Waited 0 ms for: it', cause: new Error('refused') });
  });
});
