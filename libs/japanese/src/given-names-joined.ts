/** First and last characters given names are put together from, most often: 「美|佳」, 「昭|代」, 「敏|夫」. */
const JOINED: readonly (readonly [first: string, last: string])[] = [
  [
    '美由有優裕祐悠結友知智朋直奈夏春秋冬晴清静文史純順淳潤恭京恵英栄永悦園佳加果花香彩綾礼玲涼理里真眞麻万千久邦国君公喜菊節敏利俊淑登寿須澄昌晶章昭明亜安保康泰弥八初光幸雪由起雅正政和弘広宏浩博寛洋陽治信貞定照義良芳佐早沙咲桜百律志紀希貴妙富豊福房梅鶴浪露類留瑠時常恒薗',
    '子美江代枝恵',
  ],
  [
    '美由優裕祐悠結友知智朋奈夏春晴清静純順涼理里真麻万千明亜安初光幸雅正和弘陽良芳沙咲桜百紀希貴瑠留莉梨杏愛絵',
    '佳奈香里紀希穂帆緒月乃音羽花華',
  ],
  [
    '義良正昌政雅和孝隆敏俊利常恒勝克勇誠光幸英栄治武健賢憲謙研喜国邦久寿純章彰昭明秋安保靖康泰吉辰寅虎竹松留末亀鶴春晴清静文史忠重茂繁進豊秀直尚哲鉄銀金源徳伊嘉弥与定貞信照善長',
    '夫雄男一郎彦治司二三吉蔵造次助作太平也人行之幸弘',
  ],
];

/** Everyday words, school years and places among them. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    '孝行 直行 善行 進行 徳行 春行 秋行 与幸 平行 政治 明治 文治 豊作 和平 豊平 金平 秀作 鉄人 武人 文人 哲人 常人 里子 利子 三代 初代 松江 国造 国司 源平 邦人 春一 晴男 万年 千里 美里 美郷 時代 国代 万代 八代 永代 里江 公子 早苗 里美 定一 保人 善人 善一 善次 長男 長次 長夫 長一 ' +
    '長助 長太 長平 長二 長三 長也 長司 長治 長彦 長雄 長作 長人 優美 百花 万里 千花 花香 花月 千月 初月 正月 明月 春月 夏月 光里 千枝 花枝 初花 桜花 雪花 春花 国花 春香 保美 安子 末二 末三 重人 国太 国也 国平 秋人 清人 直作 信一 信二 信三 信人 治人 治太 ' +
    '利一 利三 健人 良人 安人 金人 銀人 忠人 定人 定二 定三 明二 明三 明平 明人 光太 正三 和三 和人 直二 直三 久二 年代 弥作 与人 信作 重司 重一 重二 重三 治一 治二 治三 保一 保二 保三 金一 金二 金三 文一 文二 文三 文司'
  ).split(' '),
);

/** Given names of two characters, put together from their usual halves. */
export function joinedGivenNames(): string[] {
  return JOINED.flatMap(([firsts, lasts]) =>
    [...firsts].flatMap((first) => [...lasts].map((last) => first + last)),
  ).filter((name) => !NO_NAMES.has(name));
}
