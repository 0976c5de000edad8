import { looksLikeGivenName } from './given-names';
import { endsInRole } from './name-words';
import { isGivenName, nameStrength } from './person-name';

/** Everyday words made of characters that given names are made of. */
const EVERYDAY: ReadonlySet<string> = new Set(
  (
    '漁夫 農夫 坑夫 工夫 丈夫 大丈夫 元夫 前夫 英雄 奈良 新郎 野郎 北斗 一斗 一緒 理由 介護 学生 友人 知人 年金 照明 希望 助成 銀行 朝夕 親子 有志 大学 男子 女子 安心 正直 水路 友達 里親 公平 苗木 健勝 新緑 代理 文章 勉強 夜勤 一心 世代 早朝 貴重 行政 代金 心強 努力 公立 学年 ' +
    '人生 元夫 定年 清祥 祝金 子連 正月 明和 平和 真夏 年次 流行 新春 勤務 明治 常連 真剣 二重 梅林 水銀 里子 温泉 想定 大潮 大水 順路 温水 流木 水稲 水温 一瞬 青年 恋人 信心 真実 健康 元日 紅葉 若葉 秋晴 宇宙 ' +
    '大事 元気 大地 大和 自立 自信 成長 成人 将来 未来 進学 進路 通学 入学 学費 学校 教育 高校 大切 保育 世話 幸福 安全 愛情 夏休 冬休 春休 朝食 夕食 昼食 名前 成績 正義 健診 生活 生命 命日 友情 恩師 担任 ' +
    '同級 部活 葬儀 法要 墓前 仏前 遺影 介助 看護 医療 手紙 文字 日記 絵本 作文 宿題 音楽 合唱 水泳 体操 野球 英語 国語 理科 算数 光景 心配 不安 様子 状態 介添 送迎 歩行 発達 言葉 一生 一言 人形 行動 行方 ' +
    '家事 家計 家族 実家 自宅 会社 仕事 職場 給与 通院 入院 退院 病院 診断 手術 具合 体調 年齢 誕生 結婚 出産 育児 育休 命 声 顔 手 足 目 耳 夫婦 妻子 父母 母子 父子 兄弟 姉妹 親戚 祖先 先祖 友 ' +
    '一家 二世 本籍 戸籍 住民 遺品 遺骨 年賀 立場 都合 意見 意向 意志 意思 希望者 成年 未成年 代表 有名 無事 大好 大声 大人 大学生 留学 留守 実子 養子 里帰 双子 末子 同居 別居 単身 独立 公文 公正 明朗 清潔 静養 ' +
    '服薬 薬代 治療 負担 支援 利用 使用 申請 手続 書類 証明 登録 契約 口座 通帳 印鑑 財産 相続 税金 国保 保険 医師 主治 先生 運転 免許 送迎車 付添 見舞 介抱 呼吸 心臓 血圧 食事 散歩 日課 趣味 楽器 洋服 上着 靴'
  ).split(' '),
);

const COUNTED = /^[〇一二三四五六七八九十百千万]+(?:年|月|日|人|代|歳|才|回|度|番|号|生|台|本|つ|目)?/;
/** How given names very often end: two to three characters that end so are one after a word for kin or a family name. */
const GIVEN_ENDING =
  /[子美香奈菜恵江枝代絵莉紗咲音華花佳乃郎夫雄男介助輔彦人也哉樹太志司治斗翔介吾平一二三蔵造吉次輝真希]$/;

/** Endings that everyday words hardly have. */
const SURE_ENDING = /[一-龠](?:奈|莉|紗|咲|乃|郎|夫|雄|輔|彦|斗|哉|之介|太郎)$/;

/** True when one to three kanji could be a given name and are no everyday word. */
export function couldBeGivenName(text: string): boolean {
  if (EVERYDAY.has(text)) return false;
  if (isGivenName(text)) return true;
  if (!/^[一-龠々]{2,3}$/.test(text) || EVERYDAY.has(text.slice(0, 2))) return false;
  if (COUNTED.test(text) && !/[郎子男彦]$/.test(text)) return false;
  return SURE_ENDING.test(text) || looksLikeGivenName(text.replace('々', text[0] ?? ''));
}

const SPACED = /^([一-龠々ヶ﨑髙]{1,4}|𠮷[一-龠]{1,2}) ([一-龠々]{1,4}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,4}[子江代枝美]?)$/;
const PLACE_END = /[町市区県村丁字番台]$|団地$|地区$|が丘$/;
const NO_FAMILY =
  /^(?:担当|電話|携帯|住所|自宅|氏名|名前|連絡|件名|日時|場所|相談|要望|意見|苦情|質問|年齢|性別|職業|代表|会長|副会長|事務局|本人|男性|女性|匿名|市民|住民|主婦|会社員|無職|敬具|草々|拝啓|前略|以上|追伸|令和|平成|昭和|大正)/;

/** A family and a given name with a blank between, known or not: 「百目鬼 修」, 「高梁 ミツエ」. */
export function isSpacedName(text: string): boolean {
  const match = SPACED.exec(text);
  if (match === null) return false;
  const [, family = '', given = ''] = match;
  if (NO_FAMILY.test(family) || PLACE_END.test(family) || PLACE_END.test(given)) return false;
  if (nameStrength(text) !== 'none') return true;
  if (endsInRole(family) || endsInRole(given) || EVERYDAY.has(given) || EVERYDAY.has(family)) return false;
  if (/^[ぁ-んァ-ヶー]/.test(given)) return isGivenName(given) || /[子江代枝美]$/.test(given);
  return couldBeGivenName(given) || (given.length <= 3 && GIVEN_ENDING.test(given) && !COUNTED.test(given));
}

const NO_NAME =
  /^(?:番号|連名|連盟|印鑑|年齢|性別|生年|本年|来年|昨年|今年|同じ|不明|匿名|以下|以上|別|誰|何|下記|上記|未定|無し|なし|非公開|省略|仮名|記入|記載|後述|前述|男性|女性|本人|家族|市民|一市民|住民|主婦|無職|会社員|公務員|自営|学生|高校生|中学生|小学生|保護者|父親|母親|高齢者|年寄|老人|農家|敬具|草々|早々|拝啓|前略|追伸|合掌|不一|乱筆|了|完|記|様|御中|各位|有志|一同|市長|市役所|担当|係|電話|携帯|住所|自宅|氏名|名前|連絡|件名|令和|平成|昭和|大正|本日|昨日|先日|今日|明日|窓口|返信|回答|返事|不要|希望|要望|意見|相談|質問|苦情|提案)/;
const PLACE_OR_BODY =
  /[町市区県村丁字番道川山橋駅園校課係部局署館店社堂院所会組協室庁場寺業職員者士師編盟月年]$|団地$|地区$|自治会|町内会|[0-9]/;

/** True when a run of kanji, in a place where only a name can stand, is not plainly something else. */
export function couldBeAnyName(text: string): boolean {
  if (isSpacedName(text)) return true;
  const strength = nameStrength(text);
  if (strength !== 'none' && strength !== 'word') return true;
  if (NO_NAME.test(text) || EVERYDAY.has(text)) return false;
  if (strength === 'word') return true;
  if (/^[一-龠々ヶ]{1,4}[ァ-ヶー]{2,4}[子江代枝美ヱエ]?$/.test(text)) return !endsInRole(text);
  if (/^[一-龠々ヶ]{1,4}[ぁ-ん]{2,4}$/.test(text)) return isGivenName(text.replace(/^[^ぁ-ん]+/, ''));
  if (!/^[一-龠々ヶ﨑髙]{2,5}$/.test(text)) return false;
  return !endsInRole(text) && !PLACE_OR_BODY.test(text);
}
