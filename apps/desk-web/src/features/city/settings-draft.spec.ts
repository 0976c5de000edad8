import type { SettingsView } from '@kotae/contracts';
import { dayOf, draftOf, promiseOf, requestOf, sameSettings } from './settings-draft';

const SAVED: SettingsView = {
  name: 'こだま市',
  mayorName: '小玉 みのり',
  deskName: '広聴係',
  deskPhone: '0990-00-1111',
  deskPostalCode: '000-0000',
  deskAddress: '本町1-1',
  deskEmail: 'a@example.jp',
  districts: ['中央', '港'],
  replyRule: { days: 14, unit: 'calendar' },
  extraHolidays: ['2026-12-28'],
  replySigner: '市長',
  maskForSections: true,
  urgentLines: [{ name: '警察', phone: '110', hours: '24時間' }],
  publicWords: ['小玉市長'],
  portalUrl: 'https://koe.example',
  deskUrl: 'https://desk.example',
  version: 4,
};

describe('settings being typed', () => {
  it('go into the form and come back as they were', () => {
    expect(requestOf(draftOf(SAVED))).toEqual(SAVED);
    expect(sameSettings(draftOf(SAVED), draftOf({ ...SAVED, version: 5 }))).toBe(true);
    expect(sameSettings(draftOf(SAVED), { ...draftOf(SAVED), mayorName: '青葉' })).toBe(false);
  });

  it('forgive blanks, wide digits and ways to write a day', () => {
    const typed = {
      ...draftOf(SAVED),
      mayorName: ' 青葉 ',
      replyDays: '１０',
      extraHolidays: ' 2026/1/5 \n\n2026年11月13日',
    };
    expect(requestOf(typed)).toMatchObject({
      mayorName: '青葉',
      replyRule: { days: 10, unit: 'calendar' },
      extraHolidays: ['2026-01-05', '2026-11-13'],
    });
    expect(dayOf('らいねん')).toBe('らいねん');
  });

  it('say the promise by the rule, and nothing while it cannot be read', () => {
    const draft = draftOf(SAVED);
    expect(promiseOf(draft, '2026-11-20')?.[0]).toEqual({ from: '2026-11-20', until: '2026-12-04' });
    // Ten open days from Saturday the 26th: the 28th is the city's own day off, then 12/29–1/3 and 成人の日.
    const open = { ...draft, replyDays: '10', replyUnit: 'open' } as const;
    expect(promiseOf(open, '2026-11-20')?.[1]).toEqual({ from: '2026-12-26', until: '2027-01-18' });
    for (const replyDays of ['', '0', '二週間', '91'])
      expect(promiseOf({ ...draft, replyDays }, '2026-11-20')).toBeNull();
  });
});
