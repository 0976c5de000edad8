import { formOf, isTableFile, readTableFile } from './table-file';

describe('a chosen table', () => {
  it('keeps its bytes, whatever they are, through the tab’s storage', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    const file = await readTableFile(new File([bytes], '値.csv'));
    const recalled: unknown = JSON.parse(JSON.stringify(file));
    if (!isTableFile(recalled)) throw new Error('was not kept');
    const form = formOf(recalled, { checkId: 'c' });
    expect([...form.keys()]).toEqual(['checkId', 'file']);
    const sent = form.get('file');
    if (!(sent instanceof File)) throw new Error('no file was sent');
    expect(sent.name).toBe('値.csv');
    expect(new Uint8Array(await sent.arrayBuffer())).toEqual(bytes);
  });

  it('is named anew with every choice, and nothing else is taken for one', async () => {
    const file = new File(['a'], 'a.csv');
    expect((await readTableFile(file)).key).not.toBe((await readTableFile(file)).key);
    expect([null, 'x', {}, { key: 1, name: 'a' }].map(isTableFile)).toEqual([false, false, false, false]);
  });
});
