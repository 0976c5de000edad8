/** What a firm, a shop or a practice is called behind a family name, the line may break between. */
const FIRM_AFTER =
  /^\n?(?:[ぁ-んァ-ヶー]{1,6}(?:園(?!児)|屋|店(?!員)|堂|農園|農場|教室|工房|商店|食堂)|(?:クリー|クリニ|ハウス|ホーム|マート|ストア|ベーカリー|モータース|サイクル|スポーツ|フーズ|デンタル|テック|パン|ふとん|そば|うどん|すし|たばこ|米穀|鮮魚|生花|石材|畳|瓦|硝子|ガラス|造園|造船|製材|製茶|塗装|板金|鉄工|印刷|写真|理容|美容)|(?:小児|整形|皮膚|耳鼻|産婦人|産科|胃腸|泌尿器|脳神経|心療|循環器|こども|ファミリー|ペイン|動物|鍼灸|接骨|整骨|調剤|歯科|眼科|内科|外科))/;
/** A firm's form or a shop's trade right before, the name in quotation marks or not. */
const FIRM_BEFORE =
  /(?:株式会社|有限会社|合同会社|\(株\)|\(有\))[ァ-ヶーA-Za-z]{0,8} ?$|(?:店|屋|旅館|民宿|食堂|スナック|居酒屋|喫茶|カフェ|美容室|理容室|会社|工房|商店|本舗|酒蔵|農園|号|船|銘柄|品種)[「『]$|[「『](?:焼き鳥|焼鳥|寿司|すし|そば|蕎麦|うどん|ラーメン|中華|喫茶|スナック|居酒屋|お好み焼き?|パン|手打ち|割烹|炭火|美容室?|理容|旅館|民宿|酒処) ?$/;
/** Animals have names too. */
const PET_BEFORE = /(?:[犬猫馬]|うさぎ|ウサギ|インコ|ハムスター|ペット|ヤギ|ポニー|亀|カメ)の「?$/;
/** 「ちなみに」, 「みのりの秋」: hiragana words with a name inside. */
const WORD_WITH_NAME =
  /^(?:ちなみに|あいにく|ゆうに|まことに|みのりの|ひかりの|のぞみの|さくらの木|なおさら|なおか|とわに|ことに|しずかに|はるかに|とうか[がす]|あかりの|ゆかりの|かおりの|ひろみち|いずみの)/;
/** What only looks like a name: headings of forms, varieties of fruit, words of the day. */
const NO_NAMES: ReadonlySet<string> = new Set(
  '土地 備考 用件 要件 内容 件名 旧姓 姓名 摘要 経緯 別件 別紙 同封 追記 補足 結論 理由 佐藤錦 高砂 南水 幸水 豊水 新高 紅秀峰 巨峰 清見 不知火 ポエム エッセイ コラム クレーム メモ アンケート キャンセル リクエスト'.split(
    ' ',
  ),
);
/** 「鍵を渡さん」, 「何も話さんで」: verbs denied in dialect. */
const DENIED_VERB = /^[渡貸返許直消残話隠落押離放外耕出動移通回指示申倒起降下治冷増減足満乾]$/;
/** Whose family ruled: of history when the rest of the sentence is. */
const OF_HISTORY = /^(?:さま|様|さん|家)?の?(?:殿様|お殿|将軍|幕府|時代|埋蔵金|御三家|家臣)/;

/** True where the stretch that reads like a name is a shop, a pet, a heading or an everyday word. */
export function isNoPerson(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const after = text.slice(end, end + 14);
  const before = text.slice(Math.max(0, start - 16), start);
  if (NO_NAMES.has(name) || /^[一二三四五六七八九十百千数]+(?:町歩|反歩|町|反)$/.test(name)) return true;
  if (FIRM_AFTER.test(after) || FIRM_BEFORE.test(before) || PET_BEFORE.test(before)) return true;
  if (WORD_WITH_NAME.test(name + after.slice(0, 3))) return true;
  if (
    DENIED_VERB.test(name) &&
    /[ぁ-ん]$/.test(before) &&
    !/の$/.test(before) &&
    /^さん(?:[。、でとしかわ]|$)/.test(after)
  )
    return true;
  return OF_HISTORY.test(after);
}
