import { foldKana } from './bigrams';
import { FOREIGN_NAMES } from './foreign-names';
import { KANA_SURNAMES } from './kana-surnames';
import { FULL, K, KATAKANA_FULL, LATIN_FULL, eachName, type AddName } from './name-patterns';
import { couldBeAnyName, isSpacedName, looksLikeFamilyName } from './name-shape';
import { endsInRole } from './name-words';
import { isGivenName, isSurely, nameStrength } from './person-name';
import { kanaName, spacedKana } from './names-stated';

const ANY = `${K}{1,5} ${K}{1,4}|${K}{1,4} ?[ァ-ヶー]{2,5}${K}?|${K}{1,4} [ぁ-ん]{2,4}|${K}{1,6}`;
const LATIN = "[A-Z][a-zA-Z'-]{1,15}(?: [A-Z][A-Za-z'-]{0,15}){1,3}";
/** The reading some put behind their name. */
const READING = '(?:\\([ぁ-んァ-ヶー ]{2,12}\\))?';

const SAID = new RegExp(
  `(${FULL}|${KATAKANA_FULL}|${LATIN_FULL})(?=${READING}(?:と申(?:し|す|せ)|ともうし|といいます|と言います|といい、|と云います|という(?:者|もの|名|男|女|方|人|の[がはにを]|職員|家)))`,
  'g',
);
const INTRODUCED = new RegExp(
  `(?<!${K}|[ァ-ヴー])(${ANY})(?=${READING}(?:(?:と|で)(?:申し|申す|申せ|ございます)|ともうし))`,
  'g',
);
const KANA_INTRODUCED =
  /((?<![ぁ-んァ-ヴー])[ぁ-ん]{2,6}|(?<![ァ-ヴー])[ァ-ヴー]{2,6}|(?<![ぁ-んァ-ヴー])[ぁ-ん]{2,6} [ぁ-ん]{2,5})(?=と(?:申|もうし|いいます|言います|名乗)|と(?:いう|言う)(?:者|人|男|女|方)|です|でございます|だけど)/g;
const CALLED = new RegExp(
  `(?<!${K})(${K}{1,5}(?: ${K}{1,4})?)(?=と名乗|と(?:か)?(?:いう|言う|云う)(?:やつ|奴|者|男|女|方|人|職員|業者の)|って(?:人|奴|やつ|いう人|男|女)|と(?:読み|書いて|書き))`,
  'g',
);
const SELF_NAME = new RegExp(
  `(?:私|わたし|わたくし|俺|小生|当方)(?:は|、| |\\(|・)?(${FULL}|${LATIN_FULL})(?=[はがも、)。と]|です|より|$)`,
  'gm',
);
const SELF = new RegExp(
  `(?:私|わたし|わたくし|わし|あたし|僕|ぼく|俺|おれ|小生|当方|私ども|自分)(?:は|、| |\\(|・|こと|の名は)?(${K}{1,4} ${K}{1,4}|${K}{2,5}|${K}{1,3}[ァ-ヶー]{2,3}${K}?)(?=は(?:、|今|昭|平|大)|が[、今]|[)。]|です|じゃ|という|と申|より|$)`,
  'gm',
);
/** 「私は周、中国から来ました」. */
const FOREIGN_SELF = new RegExp(
  `(?:私|わたし|僕)(?:は|、)(${K})(?=(?:です)?[、。](?:中国|台湾|韓国|朝鮮|香港|ベトナム|外国))`,
  'g',
);
const COPULA = new RegExp(
  `(?<!${K})(${K}{1,5}(?: ${K}{1,4})?)(?=${READING}(?:です|でございます|だ|であります|でした|より|拝|記|方\\)|方$|印$)(?:[。、!がけ\\n ]|$)|。)`,
  'gm',
);
/** Where a letter, a line or a sentence begins, or a greeting ends: who writes may follow at once. */
const OPENS =
  '(?:^|\\n|[「『]|(?:にちは|にちわ|ばんは|ます|まして|します|しました|した|です|どうも|もしもし|様|さま|御中)[、,。! \\n]{1,3}|(?:来|参り)ました|(?:務め|勤め)ます|ております|(?:わたし|私|ぼく|僕|なまえ|名前)は) ?';
const UNKNOWN_OPENING = new RegExp(
  `${OPENS}(${K}{2,4})(?=${READING}(?:です(?:[。、!\\n ]|が|けど|けれど)|でござい|だけど|と申|より(?:一言|ひとこと|ひと言|お願い|ご意見|申し)))`,
  'g',
);
const KANA_OPENING = new RegExp(
  `${OPENS}([ぁ-ん]{2,6}|[ァ-ヴー]{2,6}|[ぁ-ん]{2,6} [ぁ-ん]{2,5})(?=です|でござい|だけど|と申|ともうし)`,
  'g',
);
/** A letter that opens with its writer or with the one it accuses: 「細貝。…」, 「有働でございます」, 「笠原は…」. */
const OPENING = new RegExp(`^\\s*(${K}{2,4})(?=は|でござい|と?[言い]います|だけど|ですが|だが)`, 'g');
const BARE_OPENING = new RegExp(`^\\s*(${K}{2,3}(?=。)|${K}{3,6}(?=[、。]))`, 'g');
/** 「西町の古屋敷です」, 「町内に住む名越です」. */
const OF_A_PLACE = new RegExp(
  `(?:[町台丘区市村字上原辺央西東南北側組班]の|に住む|に住んで(?:い|お)る|在住の|しております|している|やってる|営む|営んでおります|やっております|勤める)(${K}{2,4})(?=${READING}(?:です|と申|でござい|だけど|といい))`,
  'g',
);
/** 「はやと、小5です。」: a child that begins with its name. */
const CHILD_OPENING =
  /(?:^|[。\n!] ?)([ぁ-ん]{2,5}|[ァ-ヴー]{2,6}|[A-Z][a-z]{1,12} [A-Z][a-z]{1,12})[、 ]{1,2}(?=(?:小学?|しょう|中学?|高校?)[0-9一二三四五六](?:年生?)?(?:です|の|より|。|$)|[0-9]{1,2} ?(?:さい|歳|才)(?:です|より|。|$)|[0-9一二三四五六] ?(?:年生|ねんせい))/gm;
const KATAKANA_SAID = new RegExp(`(${KATAKANA_FULL})(?=です|と申|といい|とい?う者|より|から)`, 'g');
const LATIN_SAID = new RegExp(
  `(?<![A-Za-z] ?)(${LATIN}) ?(?=です|と申|ともうし|といい|と言い|と云い|より|\\(\\d)`,
  'g',
);
const LATIN_WORD_SAID = /(?<![A-Za-z])([A-Z][a-z]{1,15}) ?(?=と申|ともうし|といいます|と言います)/g;
const ENGLISH =
  /(?:[Mm]y name is|I am|I'm|Sincerely,?|[Rr]egards,?|Yours,?|Thank you,?)\s{1,2}([A-Z][a-z'-]{1,15}(?: [A-Z][A-Za-z'-]{0,15}){1,3})/g;
const NO_LATIN =
  /\b(?:Google|Apple|Windows|Microsoft|Facebook|Amazon|Wi|Free|You|Tube|Instagram|Android|Adobe|Excel|Word|Zoom|Teams|Smart|Pay|Card|Web|Net|Hello|Dear|Thank|The|City|Hall|Room|Office|Japan|Japanese|English|Kodama|Park|School|Station|Very|Not|Line|Maps|Suica|Pasmo)\b/;
const KANA_SAID =
  /(?:^|[。\n] ?)([ぁ-ん]{2,5} [ぁ-ん]{2,4}|[ァ-ヴー]{2,5} [ァ-ヴー]{2,4})(?=です|と申|ともうし|といい|と言い)/g;
const KANA_WORD_LAST =
  / (?:だめ|すき|きらい|ほしい|いや|こわい|むり|ない|いい|よい|たのしい|うれしい|げんき|すみません|だいじ)$/;
const KANA_WORD_FIRST =
  /^(?:とても|すごく|いつも|もっと|ずっと|ちょっと|ほんとう|どうか|まいにち|いま|あの|その|この|きのう|きょう|[ぁ-ん]{1,3}[がはをに] )/;

/** Names people give of themselves or of someone who gave his: 「〜と申します」, 「西町の〜です」, 「〜と名乗る男」. */
export function findNamesOfSelf(text: string, add: AddName): void {
  eachName(text, SAID, (name, start) => {
    const short =
      name.length <= 3 &&
      !endsInRole(name) &&
      !/[会課市町県]$/.test(name) &&
      text.startsWith('と申', start + name.length);
    if (/^[A-Zァ-ヴ]/.test(name) || nameStrength(name) !== 'none' || short) add(start, name);
  });
  eachName(text, INTRODUCED, (name, start) => {
    const said = text.slice(start + name.length, start + name.length + 2);
    if (
      isSpacedName(name) ||
      (said === 'でご'
        ? isSurely(name)
        : couldBeAnyName(name) && name.length >= 2 && (name.length < 4 || nameStrength(name) !== 'none'))
    )
      add(start, name);
  });
  eachName(text, KANA_INTRODUCED, (name, start) => {
    const copula = /^(?:です|でござ|だけど)/.test(text.slice(start + name.length));
    if (
      name.includes(' ')
        ? spacedKana(name)
        : copula
          ? KANA_SURNAMES.has(foldKana(name)) && startsSpeech(text, start)
          : kanaName(name)
    )
      add(start, name);
  });
  eachName(text, CALLED, (name, start) => {
    if (nameStrength(name) !== 'none' ? !endsInRole(name) || isSurely(name) : isSpacedName(name)) add(start, name);
  });
  eachName(text, SELF_NAME, (name, start) => {
    if (/^[A-Z]/.test(name) || isSurely(name)) add(start, name);
  });
  eachName(text, SELF, (name, start) => {
    const bracketed = text[start - 1] === '(' && looksLikeFamilyName(name);
    if (bracketed || isSpacedName(name) || isSurely(name)) add(start, name);
  });
  eachName(text, FOREIGN_SELF, (name, start) => add(start, name));
  eachName(text, COPULA, (name, start) => {
    if (saidByCopula(text, name, start)) add(start, name);
  });
  eachName(text, UNKNOWN_OPENING, (name, start) => {
    if (looksLikeFamilyName(name)) add(start, name);
  });
  eachName(text, OF_A_PLACE, (name, start) => {
    if (looksLikeFamilyName(name)) add(start, name);
  });
  eachName(text, KANA_OPENING, (name, start) => {
    const known = KANA_SURNAMES.has(foldKana(name)) || (FOREIGN_NAMES.has(name) && name.length >= 3);
    if (name.includes(' ') ? spacedKana(name) : known) add(start, name);
  });
  eachName(text, OPENING, (name, start) => {
    const strength = nameStrength(name);
    if (strength === 'surname' || strength === 'full') add(start, name);
    else if (strength === 'word' && !text.startsWith('は', start + name.length)) add(start, name);
  });
  eachName(text, BARE_OPENING, (name, start) => {
    const strength = nameStrength(name);
    const closed = text.startsWith('。', start + name.length);
    if (strength === 'full' || strength === 'likely_full' || (closed && looksLikeFamilyName(name))) add(start, name);
  });
  eachName(text, CHILD_OPENING, (name, start) => {
    if (name.includes(' ') || isGivenName(name) || KANA_SURNAMES.has(foldKana(name))) add(start, name);
  });
  eachName(text, KATAKANA_SAID, (name, start) => {
    if (/^(?:です|と)/.test(text.slice(start + name.length)) || name.split(/[ ・]/).some((word) => kanaName(word)))
      add(start, name);
  });
  eachName(text, LATIN_SAID, (name, start) => {
    if (!NO_LATIN.test(name)) add(start, name);
  });
  eachName(text, LATIN_WORD_SAID, (name, start) => {
    if (!NO_LATIN.test(name)) add(start, name);
  });
  eachName(text, ENGLISH, (name, start) => {
    if (!NO_LATIN.test(name)) add(start, name);
  });
  eachName(text, KANA_SAID, (name, start) => {
    if (!KANA_WORD_FIRST.test(name) && !KANA_WORD_LAST.test(name) && !/[がをは] /.test(name)) add(start, name);
  });
}

/** True at the start of the text, a line, a sentence, a quotation. */
function startsSpeech(text: string, start: number): boolean {
  return /(?:^|[。\n「『!:)の])[ ]?$/.test(text.slice(Math.max(0, start - 2), start));
}

/** What stands before の where a thing follows and no person: 「道の前の大木です」. */
const NOT_WHOSE =
  /(?:[前横裏脇奥側沿先中角隣]|沿い|近く|そば|手前|あたり|周辺|付近|こと|もの|ため|ところ|問題|話|件)の$/;

function saidByCopula(text: string, name: string, start: number): boolean {
  const strength = nameStrength(name);
  const before = text[start - 1] ?? '';
  if (text.startsWith('。', start + name.length))
    return (
      (before === 'の' || start === 0) &&
      strength === 'surname' &&
      !/番地.{0,4}の$/.test(text.slice(Math.max(0, start - 8), start))
    );
  if (isSurely(name)) return true;
  return (
    strength === 'word' &&
    !NOT_WHOSE.test(text.slice(Math.max(0, start - 5), start)) &&
    name.length >= 2 &&
    !/[口前側部央町下上角]$/.test(name) &&
    /^(?:です|と申|でござい|拝|より)/.test(text.slice(start + name.length)) &&
    /^(?:[の。、\nたるすうりい]|)$/.test(before)
  );
}
