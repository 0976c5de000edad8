import type { SpecialAnswer } from './special-answer';

/** Published with the section's general answer: letters that hold something personal, so that there is something to hide. */
export const PUBLISHED_LETTERS: readonly Pick<SpecialAnswer, 'letter' | 'opinion' | 'title'>[] = [
  { letter: 'A051', opinion: 0, title: '市営住宅の風呂釜の修理について' },
  { letter: 'A162', opinion: 0, title: '通学路を逆走する車について' },
  { letter: 'A218', opinion: 0, title: '廃車にした軽自動車の税について' },
  { letter: 'B011', opinion: 0, title: '夜中に吠える犬について' },
  { letter: 'B135', opinion: 0, title: '資源ごみの持ち去りについて' },
  { letter: 'B172', opinion: 0, title: '畑で草を燃やす煙について' },
];
