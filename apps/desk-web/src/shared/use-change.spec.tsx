import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { useChange } from './use-change';

type Change = ReturnType<typeof useChange<string, string>>;

/** The change of one rendering, as the handlers of that rendering hold it. */
function rendered(send: (request: string) => Promise<string>): Change {
  let held: Change | undefined;
  function Form() {
    held = useChange({ mutationFn: send });
    return null;
  }
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <Form />
    </QueryClientProvider>,
  );
  if (!held) throw new Error('not rendered');
  return held;
}

describe('useChange', () => {
  it('sends one request for two clicks in one rendering', async () => {
    const sent: string[] = [];
    let answer: (text: string) => void = () => undefined;
    const change = rendered((request) => {
      sent.push(request);
      return new Promise((resolve) => (answer = resolve));
    });
    change.mutate('first');
    change.mutate('again');
    const joined = change.mutateAsync('and again');
    await Promise.resolve();
    answer('made');
    await expect(joined).resolves.toBe('made');
    expect(sent).toEqual(['first']);
  });

  it('sends again after an answer, and after a refusal', async () => {
    const sent: string[] = [];
    const change = rendered(async (request) => {
      sent.push(request);
      if (request === 'refused') throw new Error('no');
      return request;
    });
    await change.mutateAsync('one');
    await expect(change.mutateAsync('refused')).rejects.toThrow('no');
    await change.mutateAsync('two');
    expect(sent).toEqual(['one', 'refused', 'two']);
  });
});
