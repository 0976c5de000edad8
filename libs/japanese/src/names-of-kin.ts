import { foldKana } from './bigrams';
import { FOREIGN_NAMES } from './foreign-names';
import { FULL, K, KATAKANA_FULL, eachName, type AddName } from './name-patterns';
import { couldBeGivenName } from './name-shape';
import { NOT_PERSON_AFTER } from './name-words';
import { isGivenName, isSurely, nameStrength } from './person-name';

const KIN =
  '(?:亡[父母夫妻兄弟姉妹]|亡き[父母夫妻兄弟姉妹]|妻|夫|母|父|娘|息子|長男|次男|二男|三男|四男|末っ子|長女|次女|二女|三女|四女|孫|孫娘|曾孫|ひ孫|祖母|祖父|弟|妹|兄|姉|主人|家内|女房|嫁|婿|義母|義父|義姉|義兄|義妹|義弟|甥っ子|姪っ子|甥|姪|いとこ|従兄|従妹|叔父|叔母|伯父|伯母|上の子|下の子|うちの子|うちの人|うち|我が子|子ども|子供|子|友人|友達|親友|同級生|幼なじみ|同僚|いいなずけ|婚約者|里子|連れ合い|双子|旦那|パパ|ママ|孫息子|次男坊|長兄|次兄|大叔父|大叔母|姑|舅)';
const PARTICLE =
  '(?=[はがをもにとや、()。・」で]|の(?:こと|件|学|通|入|受|病|介|た|お|保|担|同|名|誕|送|手|足|薬)|くん|ちゃん|さん|です|$|\\n)';
const KIN_NAME = new RegExp(
  `${KIN}(?:\\([^()\n]{0,4}[0-9][^()\n]{0,3}\\))?(?:の名前は|の|・|は|である|、| )?[(「]?(${FULL}|[ァ-ヶー]{2,8}子?)[)」]?${PARTICLE}`,
  'gm',
);
/** Where a name in hiragana may begin. */
const KIN_THEN_HIRAGANA = new RegExp(
  `(?:${KIN}(?:の名前は|の|・|、| |\\(|「)|(?:年生?|年長|年中|年少|組|歳|才|か月|ヶ月)[ので])([ぁ-ん]{2,9})`,
  'g',
);
const KIN_GIVEN = new RegExp(
  `${KIN}(?:\\([^()\n]{0,4}[0-9][^()\n]{0,3}\\))?(の名前は|の|・|である|、| |\\(|「)?(${K}{2,3})(?=[はがをもにとや、()。・」]|の|くん|ちゃん|さん|です|で[、す]|$|\\n)`,
  'gm',
);
const KIN_SINGLE = new RegExp(
  `${KIN}(?:の|・|\\(|「| )(${K})(?=[はがをもにとや、)」・]|の(?:件|こと|名|学|分|保|通|入|顔|写|担|同|送|誕|予|卒|成|組|友|進|就|教|病|様子)|と[いう申])`,
  'g',
);
/** 「下の子 こころ(1歳)」: with the age behind it is a name, known or not. */
const KIN_AGED = new RegExp(
  `${KIN}(?:の|・|、| )?((?<=[の・、 ])(?:[ぁ-ん]{2,5}|${K}{1,3})|[ァ-ヴー]{2,8}|${K}{1,3})(?=\\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:歳|才|か月|ヶ月|年生?|さい))`,
  'g',
);
/** 「おとうとは こうたといって」, as children and foreigners write. */
const KIN_IN_HIRAGANA =
  /(?:おとうと|いもうと|おにいちゃん|おねえちゃん|おにいさん|おねえさん|まご|むすめ|むすこ|つま|おっと|ともだち|あかちゃん|こども)(?:の(?:なまえ)?は?|は) ?([ぁ-ん]{2,5}?|[ァ-ヴー]{2,8}) ?(?=と(?:いい|いう|いって|もうし)|です)/g;
/** 「ソフィア・ルイスの父です」. */
const FOREIGNER_OF_KIN = new RegExp(
  `(${KATAKANA_FULL})(?=の(?:父|母|妻|夫|兄|姉|弟|妹|娘|息子|祖|保護者|家族|友))`,
  'g',
);
/** 「長女紬の件」: one kanji right behind, with no joint. */
const KIN_SINGLE_JOINED = new RegExp(
  `(?:[長次二三四][男女]|孫娘|亡[父母夫妻兄弟姉妹]|家内)(${K})(?=[はがをも、]|の(?:件|こと|名|学|分|保|通|入|予|誕|卒|担|送|顔|写))`,
  'g',
);
/** 「妻のソフィアが」: a name in katakana no list knows; things of everyday life are not. */
const PARTNER_KATAKANA =
  /(?:妻|夫|嫁|同僚|友人|婚約者|留学生|実習生|クラスメート)の([ァ-ヴー]{3,8})(?=[がはもと、]|さん|です|といい)/g;
const KATAKANA_THING =
  /(?:スマホ|パソコン|ランドセル|アレルギー|バイク|クルマ|リハビリ|マンション|アパート|パート|アルバイト|バイト|メガネ|カバン|カード|ケガ|ガン|ヘルパー|ケアマネ|ストレス|リウマチ|ペース|シフト|デイサービス|オムツ|マスク|ワクチン|ボランティア|サークル|クラブ|チーム|グループ|メンバー|スタッフ|リーダー|タクシー|トラック|ミニバン|ワゴン|ゴルフ|テニス|サッカー|ダンス|ピアノ|コーラス|レッスン|パスポート|ビザ|メール|ライン|アカウント|データ|サイズ|タイプ|ケース|ミス|ドレス|アクセサリー|ペット|イヌ|ネコ|ショック|トラブル|マナー)$/;
const KIN_KANA = new RegExp(
  `${KIN}(?:[(「]([ぁ-ん]{2,4}|[ァ-ヶー]{2,5}子?)(?=[)」、・ ])|(?:の|、|・)?([ぁ-ん]{2}[子美代江香恵奈]|[ァ-ヶ]{2}[子代江])(?=[はがをもにと、。]|の|さん|ちゃん|です))`,
  'g',
);
/** 「中学2年の優月です」, 「三歳の陽菜が」: a child's name after its class or age. */
const AGED_CHILD = new RegExp(
  `(?:年生?|年長|年中|年少|組|歳|才|か月|ヶ月|生まれ)(?:の|、|で、|に通う)(${K}{1,3}|[ァ-ヶー]{2,5})(?=[はがをもと、。]|の(?:母|父|保護者|祖)|です|と申|くん|ちゃん|さん)`,
  'g',
);
const NO_KANA_NAME =
  /^(?:だけ|など|とも|のみ|ひとり|ふたり|まま|ただし|いま|たち|ども|さん|ちゃん|くん|いない|いる|むすこ|むすめ|まご|はは|ちち|おとな|こども|あに|あね|おとうと|いもうと|シニア|パパ|ママ|パート|フリー|アルバイト|ベビー|ペット|ネコ|イヌ)/;

/** Given names that stand after 「娘の」 as everyday words too. */
const NOT_A_NAME: ReadonlySet<string> = new Set(
  (
    'ゆめ こころ はな かな まま ひかり なみ いと うみ はるか つばさ ゆう しん そう まき かい よう しほ あい とし みどり えま もも めい うた みらい しお たえ みな のぞみ みち すみ らん あん ふみ ' +
    'さわ まこと しずく なごみ さら はじめ いろは なな とわ れい えい けん げん みやび つき パン ミルク レイ シン 大事 成人 介護 勉強 友人 元気 大地 大和 平和 健太 海 空 光 心 愛 夢 音 花 歌 命 声 話 体 目 耳 手 足 顔 口 歯 頭 服 靴 席 組 歳 車 家 墓 骨 薬 職 学 英語 国語 朝日 ' +
    '一生 青空 永遠 未来 将来 幸 和 誠 正 直 仁 実 寿 清 純 望 明日 正午 新 力 祝 香 緑 泉 桜 楓 星 月'
  ).split(' '),
);

/** Names beside a word for kin, or after a child's age or class, also names no list knows. */
export function findNamesOfKin(text: string, add: AddName): void {
  eachName(text, KIN_NAME, (name, start, match) => {
    const joint = match[0].slice(0, match[0].lastIndexOf(name));
    const strength = nameStrength(name);
    if (strength === 'full' || strength === 'likely_full') add(start, name);
    else if (FOREIGN_NAMES.has(name) && name.length >= 3) add(start, name);
    else if (isGivenInAnyKana(name) && (/[(「・ ]$/.test(joint) || (name.length >= 2 && !NOT_A_NAME.has(name))))
      add(start, name);
  });
  for (const match of text.matchAll(KIN_GIVEN)) {
    const name = match[2] ?? '';
    const end = match.index + match[0].length;
    if (kinGiven(name, match[0], match[1], text.slice(end, end + 1))) add(end - name.length, name);
  }
  eachName(text, KIN_THEN_HIRAGANA, (run, start) => {
    const name = givenNameAtStart(run);
    if (name !== '' && !NOT_A_NAME.has(name)) add(start, name);
  });
  eachName(text, KIN_SINGLE, (name, start) => {
    if (isGivenName(name) && !NOT_A_NAME.has(name)) add(start, name);
  });
  eachName(text, KIN_AGED, (name, start) => {
    if (!NO_KANA_NAME.test(name)) add(start, name);
  });
  eachName(text, KIN_IN_HIRAGANA, (name, start) => {
    const called = text
      .slice(start + name.length)
      .trimStart()
      .startsWith('と');
    if (called || isGivenName(name) || FOREIGN_NAMES.has(name)) add(start, name);
  });
  eachName(text, FOREIGNER_OF_KIN, (name, start) => {
    if (name.includes('・') || name.split(' ').some((word) => FOREIGN_NAMES.has(word) || isGivenName(word)))
      add(start, name);
  });
  eachName(text, PARTNER_KATAKANA, (name, start) => {
    if (!KATAKANA_THING.test(name)) add(start, name);
  });
  eachName(text, KIN_SINGLE_JOINED, (name, start) => {
    if (isGivenName(name) && !NOT_A_NAME.has(name)) add(start, name);
  });
  eachName(text, KIN_KANA, (name, start) => {
    if (!NO_KANA_NAME.test(name)) add(start, name);
  });
  eachName(text, AGED_CHILD, (name, start) => {
    const after = text.slice(start + name.length, start + name.length + 6);
    if (NOT_A_NAME.has(name) || NOT_PERSON_AFTER.test(after)) return;
    if (isGivenName(name)) add(start, name);
    else if (isSurely(name) && /^(?:です|と申|さん)/.test(after)) add(start, name);
  });
}

/** 「ハルト」 is 「はると」 written another way. */
function isGivenInAnyKana(name: string): boolean {
  return (
    isGivenName(name) || (/^[ァ-ヴー]{3,}$/.test(name) && isGivenName(foldKana(name)) && !KATAKANA_THING.test(name))
  );
}

function kinGiven(name: string, whole: string, joint: string | undefined, next: string): boolean {
  if (joint === undefined && (/^亡/.test(whole) || (next === '\n' && name.length === 2))) return couldBeGivenName(name);
  if (joint === undefined || joint === '、') {
    // 「夫清治の」 has no joint: the name must be a known one, or end as names do.
    if (isGivenName(name)) return !NOT_A_NAME.has(name) && !/^[〇一二三四五六七八九十]+$/.test(name);
    const firm = joint === '、' || /^[長次二三四][男女]/.test(whole);
    const long = /^[一-龠々]{2}[男夫雄郎子美]$/.test(name) && next === 'の';
    const sure = /[一-龠々][也哉彦雄夫之輔介郎樹斗美江枝恵奈香]$/.test(name);
    if (long) return couldBeGivenName(name) && joint === undefined;
    return (firm || sure) && couldBeGivenName(name) && /^[はがをも、と]/.test(next);
  }
  return couldBeGivenName(name) && !(next === 'の' && !isGivenName(name));
}

const AFTER_HIRAGANA =
  /^(?:$|[はがをもにとやで]|の(?:こと|件|学|通|入|受|お|$)|さん|ちゃん|くん|です|より|から|という)/;

/** The longest given name a run of hiragana begins with, when a particle or nothing follows it; '' for none. */
function givenNameAtStart(run: string): string {
  for (let length = Math.min(6, run.length); length >= 2; length--) {
    const name = run.slice(0, length);
    if (isGivenName(name) && AFTER_HIRAGANA.test(run.slice(length))) return name;
  }
  return '';
}
