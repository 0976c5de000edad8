import { couldBeAnyName, couldBeGivenName, isSpacedName } from './name-shape';
import { endsInRole } from './name-words';
import { KANA_SURNAMES } from './kana-surnames';
import { isGivenName, nameStrength } from './person-name';

const K = '(?:[一-龠々ヶ﨑髙]|𠮷)';
/** Anything of the shape of a name: kanji with or without a blank, kanji with kana, kana words, Latin words. */
const ANY = `${K}{1,5} ${K}{1,4}|${K}{1,4} ?[ァ-ヶー]{2,5}${K}?|${K}{1,4} [ぁ-ん]{2,4}|${K}{1,6}`;
const KATAKANA = '[ァ-ヴー]{2,8}[ ・][ァ-ヴー]{2,10}(?:[ ・][ァ-ヴー]{2,10})?';
const LATIN = "[A-Z][a-zA-Z'-]{1,15}(?: [A-Z][A-Za-z'-]{0,15}){1,3}";

const LABEL =
  '(?:お?名前|なまえ|氏名|ご氏名|本名|本当の名|フルネーム|署名|差出人|差し出し人|来庁者|来所者|来課者|申請者|申出人|申込者|相談者|通報者|届出者|届出人|要望者|依頼者|発信者|送信者?|投書者|投稿者|記入者|代筆者?|聞き取り相手|旧姓|契約者|世帯主|筆頭者|被保険者|被害者|加害者|入電者?|電話の主|電話主)';
const END =
  '(?= ?(?:[。、,(\\n/]|$|です|と(?:申|いい|言い|名乗)|様|さん|氏|殿|で応|より|の(?:と|件|名)| [0-9〇一二三四五六七八九十]{1,4}(?:歳|才)))';
const LABELLED = new RegExp(`${LABEL}(?::|は|の|が|、| ){1,3}(${ANY}|${KATAKANA}|${LATIN})${END}`, 'g');

const KIN =
  '(?:亡[父母夫妻兄弟姉妹]|亡き[父母夫妻兄弟姉妹]|妻|夫|母|父|娘|息子|長男|次男|二男|三男|四男|末っ子|長女|次女|二女|三女|孫|孫娘|曾孫|ひ孫|祖母|祖父|弟|妹|兄|姉|主人|家内|女房|嫁|婿|義母|義父|義姉|義兄|義妹|義弟|甥|姪|いとこ|従兄|従妹|叔父|叔母|伯父|伯母|上の子|下の子|うちの子|我が子|友人|友達|親友|同級生|幼なじみ|同僚|いいなずけ|婚約者|里子)';
const KIN_GIVEN = new RegExp(
  `${KIN}(の名前は|の|・|である|、| |\\(|「)?(${K}{2,3})(?=[はがをもにと、()。・」]|の|くん|ちゃん|さん|です|で[、す]|や|$|\\n)`,
  'gm',
);
const KIN_KANA = new RegExp(
  `${KIN}(?:[(「]([ぁ-ん]{2,4}|[ァ-ヶー]{2,5}子?)(?=[)」、・ ])|(?:の|、|・)?([ぁ-ん]{2}[子美代江香恵奈]|[ァ-ヶ]{2}[子代江])(?=[はがをもにと、。]|の|さん|ちゃん|です))`,
  'g',
);
const NO_KANA_NAME =
  /^(?:だけ|など|とも|のみ|ひとり|ふたり|まま|ただし|いま|たち|ども|さん|ちゃん|くん|いない|いる|むすこ|むすめ|まご|はは|ちち|おとな|こども|あに|あね|おとうと|いもうと|シニア|パパ|ママ|パート|フリー|アルバイト|ベビー|ペット|ネコ|イヌ)/;

const INTRODUCED = new RegExp(`(?<!${K}|[ァ-ヴー])(${ANY})(?=(?:と|で)(?:申し|申す|申せ|ございます)|ともうし)`, 'g');
const LATIN_SAID = new RegExp(
  `(?<![A-Za-z] ?)(${LATIN}) ?(?=です|と申|ともうし|といい|と言い|と云い|より|\\(\\d)`,
  'g',
);
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

const AGED = new RegExp(
  `(?:^|[(「。\\n、])[ ]?(${K}{2,5}(?: ${K}{1,4})?)(?=[ 、・(,]{1,2}(?:[0-9]{1,3}|[〇一二三四五六七八九十百]{1,4})(?:歳|才|代[)、・。 \\n(男女前後半]))`,
  'gm',
);
const SINGLE_HONORIFIC = new RegExp(
  `(?<!${K})([朴金李崔鄭姜趙尹張王劉陳楊黄周呉徐朱郭馬羅梁宋韓唐許曹彭蕭董袁潘蔡葉程蘇魏呂丁沈盧傅鍾譚汪范廖白秦薛賈黎柳洪申権玄])(?= ?(?:さん|様|さま|氏|くん|ちゃん))`,
  'g',
);
const TEACHER = new RegExp(
  `(?:担任|顧問|主治医|校医|副担任|学年主任|塾|園|スクール|医院|教室)の(${K}{2,3})(?=先生|医師)`,
  'g',
);
const KANA_HONORIFIC = /(?:^|[^ぁ-ん]|[はがのをにとでも、])([ぁ-ん]{2,5}) ?(?=さん|くん|ちゃん|さま|せんせい|先生)/gm;
const RELATIVE_OF = new RegExp(
  `(?<!${K})(${K}{2,3})の(?=奥さん|旦那|だんな|主人|息子|むすこ|娘|ばあさん|じいさん|婆さん|爺さん|おばあさん|おじいさん|爺|婆|家の|とこの|ところの)`,
  'g',
);
const CALLS_HIMSELF = new RegExp(
  `(?<!${K})(${K}{2,5}(?: ${K}{1,4})?)(?=と名乗|という(?:やつ|奴|者|男|女|方|人)|って(?:人|奴|やつ|いう人))`,
  'g',
);
const ENGLISH_TITLE =
  /\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14})?)|\b([A-Z][a-z]{1,14})(?=-san\b|-sama\b|-kun\b|-chan\b)/g;
const HOUSE = new RegExp(`(?<!${K})(${K}{2,3})宅(?=の|前|に|へ|から|横|裏|で|を|が)`, 'g');
const KNOWN_BY_BOND = new RegExp(
  `(?:上司|同僚|後輩|先輩|店長|社長|住人|住職|ヘルパー|ケアマネ(?:ージャー|ジャー)?|相続人|所有者|地主|家主|持ち主|飼い主|入居者|入所者|利用者|犯人|相手|相手方|知人|友人|区長|組長|班長|町内会長|自治会長|民生委員|会計|幹事|書記|世話役|保証人|後見人)(?:の|は|:|、|・| )(${K}{2,5}(?: ${K}{1,4})?)(?=[はがをもにとで、。)]|です|という|の(?:携帯|電話|家|自宅|番号|件))`,
  'g',
);
const SELF = new RegExp(
  `(?:私|わたし|わたくし|わし|あたし|僕|ぼく|俺|おれ|小生|当方|私ども|自分)(?:は|、| |\\(|・|こと|の名は)?(${K}{1,4} ${K}{1,4}|${K}{2,5}|${K}{1,3}[ァ-ヶー]{2,3}${K}?)(?=は(?:、|今|昭|平|大)|が[、今]|[)。]|です|じゃ|という|と申|より|$)`,
  'gm',
);

/**
 * Persons' names that no list knows, by the place where they stand: after a label, a word for kin or self, before an age.
 * What stands there must still have the shape of a name.
 */
export function findNamesInContext(text: string, add: (start: number, name: string) => void): void {
  const each = (pattern: RegExp, group: number, fits: (name: string, match: RegExpExecArray) => boolean): void => {
    for (const match of text.matchAll(pattern)) {
      const name = (match[group] ?? '').trim();
      if (name !== '' && fits(name, match)) add(match.index + match[0].lastIndexOf(name), name);
    }
  };
  const foreign = (name: string): boolean => /^[A-Zァ-ヴ]/.test(name) && !NO_LATIN.test(name);
  each(LABELLED, 1, (name) => foreign(name) || couldBeAnyName(name));
  each(KIN_GIVEN, 2, (name, { 1: joint, 0: whole, index }) => {
    const next = text.slice(index + whole.length);
    if (joint === undefined && /^亡/.test(whole)) return couldBeGivenName(name);
    if (joint === undefined || joint === '、') {
      // 「夫清治の」 has no joint: the name must be a known one, or end as names do.
      return isGivenName(name)
        ? !/^[〇一二三四五六七八九十]+$/.test(name)
        : joint === '、' && couldBeGivenName(name) && /^[はがをも]/.test(next);
    }
    return couldBeGivenName(name) && !(next.startsWith('の') && !isGivenName(name));
  });
  each(KIN_KANA, 1, (name) => !NO_KANA_NAME.test(name));
  each(KIN_KANA, 2, (name) => !NO_KANA_NAME.test(name));
  each(INTRODUCED, 1, (name, { index, 0: whole }) => {
    const said = text.slice(index + whole.length, index + whole.length + 2);
    if (isSpacedName(name)) return true;
    if (said === 'でご') return nameStrength(name) === 'surname' || /full/.test(nameStrength(name));
    return couldBeAnyName(name) && name.length >= 2;
  });
  each(LATIN_SAID, 1, (name) => !NO_LATIN.test(name));
  each(ENGLISH, 1, (name) => !NO_LATIN.test(name));
  each(KANA_SAID, 1, (name) => !KANA_WORD_FIRST.test(name) && !KANA_WORD_LAST.test(name) && !/[がをは] /.test(name));
  each(AGED, 1, (name) => couldBeAnyName(name) && !endsInRole(name));
  each(SINGLE_HONORIFIC, 1, () => true);
  each(TEACHER, 1, (name) => couldBeAnyName(name));
  each(KANA_HONORIFIC, 1, (name) => KANA_SURNAMES.has(name));
  each(RELATIVE_OF, 1, (name) => nameStrength(name) === 'surname');
  each(CALLS_HIMSELF, 1, (name) => nameStrength(name) !== 'none' || isSpacedName(name));
  each(ENGLISH_TITLE, 1, () => true);
  each(ENGLISH_TITLE, 2, () => true);
  each(HOUSE, 1, (name) => nameStrength(name) === 'surname');
  each(
    KNOWN_BY_BOND,
    1,
    (name) => isSpacedName(name) || ['surname', 'full', 'likely_full'].includes(nameStrength(name)),
  );
  each(SELF, 1, (name) => isSpacedName(name) || ['surname', 'full', 'likely_full'].includes(nameStrength(name)));
  closingLines(text, add);
}

const CLOSING = /^ ?((?:[一-龠々ヶ﨑髙]|𠮷)[一-龠々ヶァ-ヶーぁ-ん ]{1,8}?) ?(?:より|拝|記|㊞|印|\(印\))?$/;

/** The last line of a letter, when nothing but a name stands there; or a spaced name on one of the last lines. */
function closingLines(text: string, add: (start: number, name: string) => void): void {
  const lines = text.trimEnd().split('\n');
  let offset = 0;
  const last = lines.length - 1;
  lines.forEach((line, index) => {
    const start = offset;
    offset += line.length + 1;
    if (index === 0 || index < last - 3 || line.length > 14) return;
    const name = CLOSING.exec(line.trim())?.[1]?.trim() ?? '';
    if (name === '') return;
    const alone = index === last && /^(?:[一-龠々ヶ]{2,5}|[一-龠々]{1,3}[ァ-ヶー]{2,3}[ヱエ子江]?)$/.test(name);
    if (isSpacedName(name) || (alone && /[。!?)]$/.test(lines[index - 1]?.trim() || '。') && couldBeAnyName(name)))
      add(start + line.indexOf(name), name);
  });
}
