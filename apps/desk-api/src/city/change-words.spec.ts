import { changeSentence } from './change-words';

const changed = (changes: object[]) => changeSentence({ area: 'settings', kind: 'changed', details: { changes } });

describe('a change of the city in words', () => {
  it('says what was and what is', () => {
    expect(
      changed([
        { field: 'replyRule', before: { days: 14, unit: 'calendar' }, after: { days: 10, unit: 'open' } },
        { field: 'maskForSections', before: true, after: false },
      ]),
    ).toBe(
      '返事の期限を「14日」から「10開庁日」に変えました。担当課に個人情報を伏せるかを「はい」から「いいえ」に変えました。',
    );
  });

  it('says of a list what came and what went', () => {
    expect(changed([{ field: 'districts', before: ['中央', '港'], after: ['港', '北部'] }])).toBe(
      '地区を変えました（追加 北部、削除 中央）。',
    );
    expect(changed([{ field: 'districts', before: ['中央', '港'], after: ['港', '中央'] }])).toContain('（並び順）');
    expect(
      changed([{ field: 'publicWords', before: [], after: ['あ', 'い', 'う', 'え', 'お', 'か', 'き'] }]),
    ).toContain('あ・い・う・え・おほか2');
    const line = { name: '警察', phone: '110', hours: '' };
    expect(changed([{ field: 'urgentLines', before: [], after: [line] }])).toContain('追加 警察 110');
  });

  it('tells topics, sections and classes apart', () => {
    const say = (area: 'topic' | 'section' | 'classes', kind: string, details: object) =>
      changeSentence({ area, kind, details: { ...details } });
    expect(say('topic', 'added', { name: '空港', section: '道路課' })).toBe(
      '分野「空港」を加えました（主に担当する課は道路課）。',
    );
    const ended = [{ field: 'active', before: true, after: false }];
    expect(say('section', 'changed', { name: '港湾課', changes: ended })).toBe('課「港湾課」の使用をやめました。');
    const renamed = [{ class: '苦情', field: 'name', before: '苦情', after: '困りごと' }];
    expect(say('classes', 'changed', { changes: renamed })).toBe(
      '分類「苦情」の名前を「苦情」から「困りごと」に変えました。',
    );
    const finer = [{ code: 'f', name: '街路灯', active: false }];
    expect(
      say('classes', 'changed', { changes: [{ class: '苦情', field: 'finer', before: [], after: finer }] }),
    ).toContain('街路灯（使わない）');
  });

  it('never breaks on details it does not know', () => {
    for (const details of [{}, { changes: [{}] }, { changes: [{ field: 'later', before: null, after: {} }] }])
      expect(changeSentence({ area: 'topic', kind: 'later', details })).not.toMatch(/undefined|null|\[object/);
  });
});
