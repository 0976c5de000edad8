import { hashText } from './hashing';
import type { Unit } from './split-units';

/** Number of buckets features are hashed into (2^14). */
export const SPLIT_BUCKETS = 16_384;
/** Number of buckets edge features are hashed into (2^12). */
export const SPLIT_EDGE_BUCKETS = 4096;

/** What a unit says, as far as the splitter needs to know. */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  [
    'request',
    /(?:ください|下さい|くださ|ほしい|欲しい|いただきたい|頂きたい|もらいたい|お願い|願います|願う|ませんか|ないでしょうか|ではどう|いかがで|くれ[。！!]?$|くれんか|べき(?:だ|で)|なさい|しろ|してくれ|やめて|直して|反対|撤回|求めます|提案|たい[。！]?$|つかあさい|ように[。！]?$|って[。！]?$)/,
  ],
  ['question', /(?:か|かな|の)[。？?]?$|教えて|知りたい|[？?]/],
  [
    'thanks',
    /ありがと|有難|有り難|感謝|お礼|御礼|助か(?:り|って)|嬉し|うれし|すばらし|素晴らし|きれい|よかった|良かった|大好き|感動|頭が下が/,
  ],
  [
    'greeting',
    /お世話に|拝啓|前略|はじめまして|初めまして|こんにちは|突然の|時下|の候|ご清祥|お慶び|お疲れ様|お忙し|失礼(?:いた|し)|長文|乱筆|ご自愛|ご健勝|敬具|草々|かしこ|よろしく|宜しく|お見舞い|申し上げます$|御中|拝見/,
  ],
  ['self', /(?:です|者です|おります|います|申します|ございます|ました)[。]?$.{0,0}/],
  [
    'intro',
    /(?:住んで|暮らして|通って|通う|勤め|働いて|営んで|経営して|している者|する者|の者です|の母です|の父|住民です|在住|会社員|代表(?:を|です)|です。?$)/,
  ],
  [
    'frame',
    /より(?:入電|電話)|から(?:入電|電話)|電話(?:で|あり)|入電|受電|受付|窓口(?:で|にて)|来庁|お(?:話|申し出)|聞き取|男性|女性|[0-9０-９]0代|切電|回付|引き継|案内した|案内し|伝えた|伝達|説明し|折り?返し|連絡(?:先|済)|テーブル|発言|参加者/,
  ],
  [
    'contact',
    /連絡先|電話は|携帯|メール|返信|返事|回答は|回答を|住所|電話番号|@|＠|[0-9０-９]{2,4}[-－ー][0-9０-９]{2,4}[-－ー][0-9０-９]{3,4}/,
  ],
  [
    'announce',
    /(?:[二三四五2345２-５]|ふた|みっ|いくつか|以下|次の)[つ点件のとお]*.{0,12}(?:お願い|申し上げ|提案|伝え|あり(?:ます|まして)|ござい|要望|意見|質問|ほど|です)/,
  ],
  [
    'trouble',
    /困|壊|割れ|危|切れ|うるさ|怖|こわ|眠れ|つながら|消え|破れ|詰ま|漏れ|ひど|臭|汚|遅|足り|不便|ばらばら|迷惑|穴|折れ|倒れ|故障|傷/,
  ],
  ['future', /つくって|作って|設け|始めて|広げて|増やし|新し|制度|条例|補助|導入/],
  ['soft', /思い(?:ます|ました)|存じ|でしょう|かもしれ|気が|気持|はずです|そうです|聞きました|言って|言われ/],
  [
    'aside',
    /お笑い|勝手|かまいません|構いません|結構です|だけでも|けれど|がありがたい|賛成|うらやま|誇り|好きです|年寄り|余談|愚痴/,
  ],
];

export interface UnitFacts {
  readonly unit: Unit;
  readonly signs: ReadonlySet<string>;
  readonly features: Int32Array;
  /** Features of a pair (previous tag, this tag). */
  readonly edges: Int32Array;
}

/** The hashed features of each unit of one text. */
export function factsOf(units: readonly Unit[]): UnitFacts[] {
  const signs = units.map((unit) => signsOf(unit.text));
  const grams = units.map((unit) => contentGrams(unit.text));
  const requestsInAll = signs.filter((s) => s.has('request') || s.has('question')).length;
  let requestsBefore = 0;
  let recent = new Set<string>();
  return units.map((unit, i) => {
    const own = signs[i] ?? NONE;
    const before = signs[i - 1] ?? NONE;
    const after = signs[i + 1] ?? NONE;
    const previous = units[i - 1];
    const next = units[i + 1];
    const names: string[] = [];
    const edges: string[] = [];
    const core = unit.text.replace(/[。．.！!？?\s」』）)]+$/u, '');
    for (let n = 1; n <= 5; n++) names.push(`e${core.slice(-n)}`);
    for (let n = 1; n <= 4; n++) names.push(`s${unit.text.slice(0, n)}`);
    for (const s of own) {
      names.push(`g${s}`);
      if (unit.lineStart) names.push(`gl${s}`);
      if (i === 0) names.push(`g0${s}`);
      if (i === units.length - 1) names.push(`gz${s}`);
    }
    for (const s of before) names.push(`p${s}`, ...[...own].map((o) => `p${s}+${o}`));
    for (const s of after) names.push(`n${s}`, ...[...own].map((o) => `n${s}+${o}`));
    if (own.size === 0)
      names.push('g-', after.has('request') ? 'g-nr' : 'g-nn', before.has('request') ? 'g-pr' : 'g-pn');
    names.push(`k${unit.kind}`, `pk${previous?.kind ?? '^'}${unit.kind}`, `nk${unit.kind}${next?.kind ?? '$'}`);
    if (unit.kind !== 'main') names.push(`w${unit.kind}${unit.text}`);
    if (previous !== undefined && previous.kind !== 'main') names.push(`pw${previous.text.trim()}`);
    names.push(`L${unit.lineStart ? 1 : 0}${unit.paragraphStart ? 1 : 0}${unit.bulleted ? 1 : 0}`);
    names.push(
      `l${bucket(unit.text.length)}`,
      `c${Math.min(units.length, 12)}`,
      `i${Math.min(i, 5)}`,
      `r${Math.min(units.length - 1 - i, 5)}`,
    );
    names.push(`ci${Math.min(units.length, 6)},${Math.min(i, 5)}`);
    names.push(
      `q${Math.min(requestsBefore, 4)},${Math.min(requestsInAll, 5)}`,
      `q${Math.min(requestsBefore, 2)}${own.has('request') ? 'R' : own.has('question') ? 'Q' : '-'}`,
    );
    const lineAlone = unit.lineStart && (next === undefined || next.lineStart);
    if (lineAlone)
      names.push('alone', `alone${own.has('request') || own.has('question') ? 'R' : '-'}${bucket(unit.text.length)}`);
    if (/^[（(]/.test(unit.text)) names.push('paren');
    if (/^[>＞]/.test(unit.text) || (previous?.kind === 'bullet' && /^[>＞]/.test(previous.text))) names.push('quote');
    if (!/[ぁ-ん]/.test(unit.text)) names.push('nokana');
    for (const gram of contentBigrams(unit.text)) names.push(`b${gram}`);

    const own2 = own.has('request') ? 'R' : own.has('question') ? 'Q' : own.has('thanks') ? 'T' : '-';
    const before2 = before.has('request') ? 'R' : before.has('question') ? 'Q' : before.has('thanks') ? 'T' : '-';
    const shared = overlap(grams[i] ?? EMPTY, recent);
    const line = unit.paragraphStart ? 'P' : unit.lineStart ? 'L' : '-';
    const lead = previous?.kind === 'lead' || previous?.kind === 'bullet' ? previous.kind : unit.kind;
    edges.push(
      '1',
      `x${own2}${before2}`,
      `y${line}`,
      `z${line}${own2}${before2}`,
      `o${shared}`,
      `o${shared}${line}${before2}`,
      `k${lead}`,
      `kk${previous?.kind ?? '^'}${unit.kind}`,
    );
    edges.push(`kx${lead}${own2}${before2}${line}`, `b${unit.bulleted ? 1 : 0}${line}`);
    if (unit.kind !== 'main') edges.push(`w${unit.text.replace(/[、,\s\u3000]/g, '')}`);
    if (previous !== undefined && previous.kind !== 'main')
      edges.push(`v${previous.text.replace(/[、,\s\u3000]/g, '')}`);
    edges.push(
      `s${unit.text.slice(0, 2)}`,
      `s${unit.text.slice(0, 3)}`,
      `q${Math.min(requestsBefore, 3)}${own2}${line}`,
      `len${bucket(unit.text.length)}`,
    );

    if (own.has('request') || own.has('question')) requestsBefore += 1;
    if (unit.kind === 'main')
      recent = unit.lineStart ? new Set(grams[i]) : new Set([...recent, ...(grams[i] ?? EMPTY)].slice(-60));
    return {
      unit,
      signs: own,
      features: hashed(names, 0x811c9dc5, SPLIT_BUCKETS),
      edges: hashed(edges, 0x1b873593, SPLIT_EDGE_BUCKETS),
    };
  });
}

const NONE: ReadonlySet<string> = new Set();
const EMPTY: ReadonlySet<string> = new Set();

/** Only the ends of a very long sentence are looked at. */
function signsOf(text: string): Set<string> {
  const seen = text.length > 400 ? `${text.slice(0, 200)} ${text.slice(-200)}` : text;
  const found = new Set<string>();
  for (const [name, pattern] of SIGNS) if (pattern.test(seen)) found.add(name);
  return found;
}

function contentGrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const m of text.slice(0, 400).matchAll(/[一-龠々]{2}|[ァ-ヶー]{3}/g)) found.add(m[0]);
  return found;
}

function contentBigrams(text: string): Set<string> {
  const found = new Set<string>();
  const seen = text.slice(0, 200);
  for (let i = 0; i + 2 <= seen.length; i++) found.add(seen.slice(i, i + 2));
  return found;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return Math.min(shared, 3);
}

function bucket(length: number): number {
  return length < 5 ? 0 : length < 10 ? 1 : length < 18 ? 2 : length < 30 ? 3 : length < 50 ? 4 : length < 90 ? 5 : 6;
}

function hashed(names: readonly string[], seed: number, buckets: number): Int32Array {
  return Int32Array.from(names, (name) => hashText(name, seed) & (buckets - 1));
}
