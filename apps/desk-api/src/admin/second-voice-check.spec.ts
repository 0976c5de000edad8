import { secondVoiceCheck } from './second-voice-check';

describe('the second voice on the operator’s page', () => {
  it('is not mentioned where a city has none', () => expect(secondVoiceCheck(null)).toEqual([]));

  it('is well while it answers at least every second time', () => {
    expect(secondVoiceCheck({ name: 'llm-8b', asked: 10, missing: 5 })).toEqual([
      {
        name: 'second-voice',
        ok: true,
        words: 'もう一つの文章モデル（llm-8b）は答えています（最近の声 10 件のうち 5 件）。',
        whatToDo: null,
      },
    ]);
  });

  it('says what to do, and that nothing depends on it, when it mostly does not', () => {
    const [check] = secondVoiceCheck({ name: 'llm-8b', asked: 10, missing: 6 });
    expect(check).toMatchObject({
      ok: false,
      words: 'もう一つの文章モデル（llm-8b）が、最近の声 10 件のうち 6 件で答えていません。',
    });
    expect(check!.whatToDo).toContain('支障はありません');
  });
});
