import { foldKana } from './bigrams';
import { joinedGivenNames } from './given-names-joined';
import { KANA_GIVEN_NAMES } from './given-names-kana';
import { KANJI_GIVEN_NAMES } from './given-names-kanji';

/** Given names by name; used as hints beside a family name or a word for kin. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [...`${KANJI_GIVEN_NAMES} ${KANA_GIVEN_NAMES}`.split(/\s+/), ...joinedGivenNames()].filter((name) => name !== ''),
);

/** Old names are written in katakana or in hiragana: 「フサ」 and 「ふさ」 are one. */
const HIRAGANA_GIVEN_NAMES: ReadonlySet<string> = new Set(
  [...GIVEN_NAMES].filter((name) => /^[ァ-ヶー]+$/.test(name)).map(foldKana),
);
/** Everyday words among them. */
const NOT_IN_HIRAGANA =
  /^(?:より|まで|から|など|です|ます|だけ|ほど|のみ|いま|なか|もと|とき|ころ|ほか|また|まだ|なら|たい|いえ|いち|いつ|さか|しも|せん|そよ|まち|まつ|みち|みや|やま|ない|ある|いる|する|ため|こと|もの|ところ|うち|そと|まえ|よこ|そば|はず|まま|つぎ|とも|かつ|たき|かた|はま|くら|しま|たに)$/;

/** True for a given name in hiragana that the old wrote in katakana; sure only right behind a family name. */
export function isOldNameInHiragana(name: string): boolean {
  const written = /[ゐゑ]/.test(name) ? name.replace('ゑ', 'え').replace('ゐ', 'い') : name;
  return HIRAGANA_GIVEN_NAMES.has(written) && !NOT_IN_HIRAGANA.test(name);
}

/** Characters given names are written with, so that 姓 + two or three of them reads as a full name. */
const GIVEN_CHARACTERS = new Set(
  '津京甲房蔵造静子美恵江枝代世奈菜花香佳夏春秋冬希紀貴樹輝姫乃穂歩帆葉緒音織里理梨莉沙紗彩綾麻真摩茉愛藍亜阿愛杏安衣伊依郁瑛詠英絵恵映悦央桜旺凰和羽宇有悠結優由夕友裕祐佑雄勇侑湧遥陽洋葉蓉耀曜瑶誉義芳良嘉吉善佳慶喜祥昌正雅政匡将勝克' +
    '哉也弥矢八夜冶治次二司史士志児之幸行雪由征志至視隆孝崇貴高尚敬鷹拓卓琢択達辰龍竜立隼駿俊瞬旬春峻淳純順潤洵准舜信伸真慎心晋進新親森辰紳太大汰多泰平兵一壱郎朗浪朔助介輔祐佑亮右丞甫夫男雄生央緒朗吾伍悟護五梧' +
    '彦人仁斗翔登都十斗士博弘浩宏寛広裕洋紘大尋啓圭恵敬慶桂慧景計継健賢憲謙建研顕絢剣元玄弦源光晃功康公孝浩航耕幸孔滉煌虹昊皓洸聡智知朋友伴哲徹鉄誠聖成清晴静誓星世惺政征定貞禎忠直尚正匡唯久寿永恒常利敏俊季稔年徳篤敦淳温' +
    '武猛毅剛健豪強威勲勇功勤努務励力勉学文章郁礼玲麗怜鈴凛琳倫林輪類瑠留流琉蓮廉連恋路露呂若稚弥八千万百十重茂繁滋成樹木桂楓椿梓柚梨桃李梅蘭菫葵茜萌芽苗苺草早苗沙渚海岬湊凪波洋汐潮水泉清澄澪渉流湖瑞穂稲実豊登満充美' +
    '珠玉瑞翠碧緑青蒼藍紅朱白銀金空天宙昴星月日陽旭朝暁明昭彰晶章照光晃輝耀瞳眸笑咲幸福吉慶賀祝寿鶴亀虎丑寅卯鳳凰鷹隼燕翼羽舞踊歌詩唄奏響韻音琴絃弦笛鈴紡紬絹糸綾織縁絆望叶夢希志念想恋愛慈恩仁義礼智信忠孝悌克栞暖昊壮' +
    '一二三四五六七八九十',
);

/** True when the one to three characters could be a given name. */
export function looksLikeGivenName(name: string): boolean {
  if (GIVEN_NAMES.has(name)) return true;
  const characters = [...name];
  if (characters.length < 1 || characters.length > 3) return false;
  if (/^[ぁ-ん]{2,4}$|^[ァ-ヶー]{2,4}子?$/.test(name)) return false;
  return characters.length >= 2 && characters.every((c) => GIVEN_CHARACTERS.has(c));
}
