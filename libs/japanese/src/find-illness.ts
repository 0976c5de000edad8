import { CARE_DEGREE, ILLNESS_NAME } from './illness-words';
import type { Found } from './pii-span';

const ILLNESS = new RegExp(ILLNESS_NAME, 'g');
const DEGREE = new RegExp(CARE_DEGREE, 'g');
/** Another illness behind in the same breath: what is said of the last is said of all. */
const AND_ANOTHER = new RegExp(`^(?:と|や|、|・|および|、それに)(?:${ILLNESS_NAME})`);

const SELF =
  /私|わたし|わたくし|自分|小生|僕|ぼく|俺|うち|主人|夫|妻|家内|女房|嫁|旦那|連れ合い|母|父|親|祖父|祖母|爺|婆|ばあ|じい|息子|むすこ|娘|むすめ|子ども|子供|こども|長男|次男|三男|長女|次女|三女|孫|兄|弟|姉|妹|叔父|伯父|叔母|伯母|姑|舅|本人|家族|当人|この子|あの子|お子さん|さん|様|氏|くん|ちゃん|男性|女性|生まれ|生れ/;
const STATE =
  /^(?:の(?:痛み|要精密|精密|末期|薬|初期|兄|娘婿|夫婦|身体|疑い|検査入院|再発|宣告|人間|者でも|ステージ|あと|後|ため|手術|症状|療養|治療|母|父|夫|妻|家内|主人|息子|娘|子|孫|叔|伯|義|両親|親|私|姉|妹|兄|弟|祖母|祖父|治療|通院|再発|持病|後遺症|くすり|薬|診断|告知|悪化|身|せい|発作|状態)|で(?:[^き]|$)|して(?:入院|手術|動け|歩け|い)|が(?:早く|まだ|なお|長|あ|進|すす|ひど|悪|骨|再|見|出|わか|判|重|起|転)|を(?:患|こじ|やっ|乗り|わずら|持|もっ|発症|抱|か|して|宣告|受|繰|病|煩|克服)|に通|体質|らしい|だそう|だった|を入れ|と(?:診断|医者|先生|主治医|病院|言わ|いわ|わか|分か|聞|判|闘|宣告|付き合|いう診断|告)|に(?:な|かか|罹|侵|苦|感染|悩|倒|よる|週|通|て)|も(?:あ|持|進)|です|なので|なのに|なため|だ[。、とがっ]|である|、|。|\)|$|持ち|があり|のある|により|によ)/;
const GENERAL =
  /^の子(?:ども|供|)(?:たち)?(?:へ|向け|の支援)|^のある(?:人|方|子どもたち|子供たち|子たち|児童|生徒|者|市民|高齢者|大人|若者)|^(?:の)?(?:検診|健診|予防|対策|対応|講座|講演|教室|患者会|支援|施策|啓発|ワクチン|接種|注射|サポーター|カフェ|相談|専門|外来|検査|理解|研修|人|方(?!法)|方々|人たち|者|患者|当事者|高齢者|家族会|センター|医療費|助成|マーク|手帳|年金|サポート|表示|食品|ポスター|月間|週間|について|キャンペーン|児童の|児の|ケア|リスク|アプリ|条例|啓|って|とは|と思われ|疑いの)/;

/** Said without a subject, it is the writer's own: 「不眠症の薬を飲み始めました」, 「リウマチで手がこわばり、書けません」. */
const OWN_CARE =
  /^で(?:会社|仕事|学校|入院|休職|休学|通院|療養|手術|退職|動け|働け|外出|寝たきり)[^。\n人方]{0,12}(?:ました|ています|ません|ております)|^の(?:薬|治療|手術|療養|検査)[をで](?:飲|受け|もら|のん|続け|し)[^。\n]{0,8}(?:ました|ます|います|おり)|^で、?(?:[左右両]?(?:手|足|腰|膝|ひざ|目|耳|体|腕|指|背中|肩|心臓|息)\n?[がもを]|長く|夕方|夜|外|働け|歩け|動け|家から|杖|つえ|車[い椅]|酸素|何度も|毎日|毎週|週に?[0-9一二三四五]|朝|階段)|^のため、?(?=[^のに。])|^で(?:身体|精神)?障(?:害|がい)者?手帳|^が(?:早く|早めに|偶然)?見つか[^。\n]{0,12}(?:手術|治療|入院|通院)|^持ちの(?:私|わたし|者|身|年寄り)|^があり[、ま]|^が(?:すすん|進ん|悪化し|ひどくな)|^を(?:患っ|わずらっ|患い|持って)/;
/** …unless the sentence speaks of others. */
const OF_OTHERS =
  /(?:人|(?<!夕)方|方々|高齢者|お年寄り|患者|市民|児童|生徒|子どもたち|子供たち|者)(?:が|は|も|の|に|を|へ|で|と|から)|多い|増え|[0-9]人|割|広報|講座|教室/;
/** A relative's, right before: 「息子の心臓病のこと」. */
const OF_KIN = /(?:妻|夫|母|父|娘|息子|長男|次男|長女|次女|孫|祖母|祖父|弟|妹|兄|姉|主人|家内|義母|義父)の$/;
/** The writer's own case right before: 「私自身双極性障害の当事者です」. */
const OWN = /(?:私|わたし|自分|僕|俺)(?:自身)?[はもが、]{0,2}$/;

/** Thresholds and classes: nobody's own degree. */
const DEGREE_IN_GENERAL =
  /^(?:以上|以下|から|まで|又は|または|か|の(?:人|方|場合|認定|対象|基準|高齢者)|程度|相当|とか|、)/;
const DEGREE_OF_SOMEONE =
  /^(?:で(?:[^もは]|$)|です|の(?:母|父|夫|妻|祖|義|私|息子|娘|姉|兄|弟|妹|孫|主人|家内|者|身)|に(?:な|認定|上が|下が)|と(?:認定|言わ|判定)|を(?:いただ|頂|持|もら|受け|もつ)|だ|[)。\n]|$)/;

/** Illness of someone who can be known, in a normalised text: a disease said of the writer, a relative or a named person. */
export function findIllness(text: string, names: readonly Found[]): Found[] {
  const found: Found[] = [];
  for (const m of text.matchAll(ILLNESS)) {
    const start = m.index;
    const end = start + m[0].length;
    if (saidOfSomeone(text, start, end, names)) found.push({ start, end, kind: 'illness' });
  }
  for (const m of text.matchAll(DEGREE)) {
    const start = m.index;
    const end = start + m[0].length;
    const after = text.slice(end, end + 8);
    if (DEGREE_IN_GENERAL.test(after) || !DEGREE_OF_SOMEONE.test(after)) continue;
    if (named(start, names) || SELF.test(personContext(text, start, end))) found.push({ start, end, kind: 'illness' });
  }
  return found;
}

function named(start: number, names: readonly Found[]): boolean {
  return names.some((name) => name.end <= start && name.end > start - 30);
}

function saidOfSomeone(text: string, start: number, end: number, names: readonly Found[]): boolean {
  const last = lastOfSeveral(text, end);
  const after = text.slice(last, last + 8);
  const before = text.slice(Math.max(0, start - 6), start);
  const ownCase = OWN.test(before) && /^(?:の当事者|の患者|患者|の者|者で)/.test(after);
  const ofKin = OF_KIN.test(before) && /^の(?:こと|件)/.test(after);
  const ownCare = OWN_CARE.test(text.slice(last, last + 20)) && !OF_OTHERS.test(restOfSentence(text, start, last));
  if (!ownCase && !ofKin && !ownCare && (GENERAL.test(after) || !STATE.test(after))) return false;
  if (!ownCare && !named(start, names) && !SELF.test(personContext(text, start, end))) return false;
  return !/^(?:うつ|失明|流産|肺炎|持病)$/.test(text.slice(start, end)) || /^(?:の|を|が|で|と診断|に)/.test(after);
}

/** Where the last of the illnesses that are said together ends. */
function lastOfSeveral(text: string, end: number): number {
  const another = AND_ANOTHER.exec(text.slice(end, end + 40));
  return another === null ? end : end + another[0].length;
}

/** The words around within the sentence, a little way. */
function restOfSentence(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 24);
  return `${before.split(/[。\n]/).at(-1) ?? ''}${after.split(/[。\n]/)[0] ?? ''}`;
}

/** What stands before in the same and the last sentence, and a little behind. */
function personContext(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 45), start);
  const sentences = before.split(/[。\n]/);
  return `${sentences.slice(-2).join('。')} ${text.slice(end, end + 10).split(/[。\n]/)[0] ?? ''}`;
}
