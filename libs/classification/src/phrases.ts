const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' });
const CONTENT = /[一-龠々〆ヶァ-ヴA-Za-zＡ-Ｚａ-ｚ0-9０-９\u{20000}-\u{2ffff}]/u;
const NUMBER = /^[0-9０-９]+$/;
const PARTICLES = new Set([
  'は',
  'が',
  'を',
  'に',
  'で',
  'と',
  'も',
  'の',
  'へ',
  'や',
  'から',
  'まで',
  'より',
  'ので',
  'のに',
  'けど',
  'など',
  'には',
  'では',
  'とは',
]);
const LONGEST = 16;
/** Phrases in hiragana alone are shown only when they say what is asked or felt; others are often cut in mid-word. */
const TELLING =
  /くださ|ほし|ありがと|ません|ましょう|でしょう|いただ|もらい|もらえ|つくっ|つくり|やめ|なお(し|す)|うれし|すぐ|なぜ|いつ|どこ|いくら|ですか|ますか|おしえ|こま(り|っ)|うるさ|くさい|あぶな|こわ|ひどい|おかし|よかっ|たすか|たのし|ごみ|こども|がっこう|まどぐち|たい(です)?$/;

/** A phrase (about a 文節) as it stands in the text, and its leading noun or verb stem without endings. */
export interface Phrase {
  readonly whole: string;
  readonly stem: string;
}

/** Cuts Japanese text into phrases that can be shown as reasons; approximate, and the same on every run. */
export function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  let whole = '';
  let stem = '';
  let open = false;
  const close = (): void => {
    if (whole.length > 1 && (stem !== '' || TELLING.test(whole)))
      phrases.push({ whole: whole.slice(0, LONGEST), stem: (stem || whole).slice(0, LONGEST) });
    whole = '';
    stem = '';
    open = false;
  };
  for (const { segment, isWordLike } of SEGMENTER.segment(text)) {
    if (isWordLike !== true) {
      close();
      continue;
    }
    if (PARTICLES.has(segment)) {
      // A particle ends the phrase and is not shown; inside a request (〜のでしょうか) it does no harm to lose it.
      close();
      continue;
    }
    const content = CONTENT.test(segment) && !NUMBER.test(segment);
    if (content && whole !== '' && !open) close();
    whole += segment;
    if (content) {
      stem += segment;
      open = true;
    } else open = false;
  }
  close();
  return phrases;
}
