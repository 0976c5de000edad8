import { COMMON_SURNAMES } from './surnames-common';
import { RARE_SURNAMES } from './surnames-rare';

/**
 * Family names that are also everyday words or place words; alone they are no sign of a person,
 * only a stronger context (an honorific, 〜と申します, a full name) makes them one.
 */
const WORDLIKE = `
柊 山奥 横道 草刈 温水 石段 草木 草花 林 森 原 東 西 南 島 関 星 岡 岸 谷 堤 沖 柏 郷 坂 城 芝 柴 渡 長 仲 間 石 塚 橋 浜 濱 浦 磯 峠 峰 峯 乾 巽 勝 門 倉 蔵 窪 楠 桑 萩 柳 榊 橘 龍 王 錦 今 本 向 丸 安 宗 頼 秦 伴 塙 榎 滝 沢 澤 牧 辻 迫 灘 近 武 脇 湊 縫 叶 鈴
篠 薄 荒 室 亘 荻 神宮 神代 神戸 千葉 福島 宮城 宮崎 長崎 福井 山形 山口 岡山 香川 徳島 福岡 奈良 栃木 秋田 富山 鹿児島 長野 豊田 高松 松山 前橋 水戸 川崎 横須賀 平塚 藤沢 町田 立川 品川 目黒 渋谷 成田 船橋 柏崎 長岡 上田 松本 金沢 岡崎 豊島 大津
大阪 神田 上野 川口 川越 熊谷 深谷 秦野 三島 掛川 浜松 島田 中野 大島 小倉 土佐 日向 肥後 若狭 伊勢 伊賀 近江 越前 武蔵 常盤 朝日 日吉 住吉 八幡 春日 諏訪 上原 南部 西部 大門 大道 坂下 坂上 川上 川下 川内 川辺 水上 水口 山上 山里 山路 山元 出口 入江
石垣 植木 白木 白土 生駒 別所 別府 本名 本木 本郷 本城 本宮 本島 正木 大木 大石 大川 大井 大池 大河 大前 大下 大森 大林 大山 大原 大谷 大宮 大村 大田 小山 小川 小池 小島 小原 小路 小屋 小国 中山 中川 中島 中原 中谷 中里 中道 中根 北山 北川 西山 西川
西原 西口 南川 東山 北口 高山 高原 高木 高島 田畑 野原 野中 野川 野上 平野 平原 平田 平山 平間 原野 山中 山道 山林 山下 山内 山村 山野 石橋 水田 水野 畑 畑中 竹林 松林 松原 松木 松葉 梅田 内川 鳥居 寺山 駒形 数見 外間 前山 前野 後閑 宿谷 古市 古木
古家 古川 新田 新川 新里 市場 市原 市野 長坂 長浜 早川 深川 清水 清川 泉 和泉 砂田 黒川 青山 青田 青木 赤松 白石 白川 白鳥 金山 金田 上地 下地 上山 下山 上川 下川 上村 下村 上島 下島 住田 住友 門田 関戸 関山 江川 河口 河原 河内 河西 浜辺 湯川 池上
池田 池端 牧野 牧原 森林 森山 森下 岩下 岩間 宮前 宮川 宮下 向山 横手 横山 横田 遠山 遠田 稲田 米田 米山 米川 苗村 根本 根元 草野 茅野 萱野 葉山 花田 竹山 竹中 杉森 桧山 百々 万代 一色 二宮 三田 四方 七海 八代 八島 十川 日高 日野 星野 星山 雨宮 風見
雪野 若松 若山 相場 平良 明石 幸村 吉野 吉原 福山 富岡 富士 玉川 鶴見 亀山 鷲尾 馬場 鹿島 鳥海 鳥羽 海野 春山 秋山 冬木 立石 立山 立野 引地 見城 切通 当山 手代木 木戸 木場 木口 板橋 屋良 車谷 鍋谷 箱田 糸川 絹川 布川 鐘ヶ江 上中 一戸 大喜 大手 小口
小鳥 門松 小石 小前 七条 下出 下道 千代 手計 早見 平手 広島 不動 本松 前中 町村 三重 三角 三代 三本松 水城 水出 八十 冷水 若木 大台 大中 大東 大町 大吉 大和 高地 小町 小舟 小船 小枝 小間 小門 小場 小豆 平地 平安 平泉 中地 中広 中西 中東 中町 中林 中坪
中畑 中桐 本田 本林 本所 本堂 本地 本山 本川 本領 本条 前上 前出 前林 前土 前沖 前北 前浜 前寺 西上 西海 西方 西国 西根 西端 西林 西浜 西中 南方 東海 東端 東保 北方 北上 北浜 北西 下間 上枝 外村 外池 山手 山寺 山門 山越 道上 道下 道端 道家 水元 地引
花木 花輪 林家 早出 一木 国分 国安 国広 王子 旗手 大海 大空 大国 大黒 五反田 川向 川端 川岸 川面 陸田 村中 村内 村里 町出 薩摩 播磨 筑後 越後 越中 美濃 丹波 出雲 但馬 対馬 伊豆 足利 八戸 赤穂 赤城 鎌倉 那覇 那珂 宇治 大磯 大垣 横浜 名古屋 三原 三次
尾道 唐津 長門 五島 新津 新発田 館林 館山 茂原 佐倉 友部 鴨川 長命 登坂 羽根 花形 真中 真水 岩壁 砂金 日景 日暮 長者 能代 利根 利根川 米屋 桃園 杉林 杉木 桜川 桜林 柿木 蓮田 蓮池 水鳥 溝端 渡来 船場 坂手 原木 畑下 御供 御所 御宿 御堂 御園 新居 新町
新屋 出水 出町 大子 大元 大本 小柄 小手 小鉢 小花 六角 三春 三間 真下 門口 内間 間中 入山 入野 池辺 池北 沼里 沼上 岸下 坂村 岩倉 寺前 寺町 兵庫 半場 一橋 屋形 地曳 天満 天王寺 白浜 白子 白砂 白滝 白旗 白根 白神 松並 松内 水内 水間 水船 水成 船井 下浦
下原 下園 下中 下西 下向 上西 上前 上窪 外川 正路 正野 大平 大城 大久 大利 大長 長久 長住 常川 時本 時任 時田 元木 元村 元山 元林 本杉 本原 松月 月山 曲 曲田 米井 米地 豆塚 野方 野手 野町 野下 野水 野辺 野山 野池 草場 草川 木立 木引 木地 木所 木実
木滝 林部 森内 森中 森前 森原 谷内 谷上 谷下 谷向 谷中 谷地 沢山 沢辺 川浪 川路 川除 川成 川沼 池浦 池間 海津 海部 海谷 浦辺 浦崎 磯部 磯山 港谷 湊川 島口 島尻 岩山 岩屋 岩出 石部 石間 石原 石浜 石床 土井 土門 土山 平城 平畑 平町 平中 広野 広瀬 安宅
碇 筧 楫 蒲 冠 桂 葛 郡 堺 境 笹 隅 炭 薗 舘 檀 佃 椿 坪 泊 広 廣 福 洞 升 溝 嶺 梁 簗 薮 藪 鷲 綿 蕨 玄 幸 庄 菱 角 笠 館 俵 曽 竹 麓 黛 鼓 迎
`;

const wordsOf = (list: string): string[] => list.split(/\s+/).filter((name) => name !== '');

/** Family names by name. */
export const SURNAMES: ReadonlySet<string> = new Set([...wordsOf(COMMON_SURNAMES), ...wordsOf(RARE_SURNAMES)]);

export const WORDLIKE_SURNAMES: ReadonlySet<string> = new Set(wordsOf(WORDLIKE));

const FIRST = new Map<string, number>();
const LAST = new Map<string, number>();
for (const name of SURNAMES) {
  if (name.length < 2) continue;
  const [first = '', last = ''] = [name[0], name.at(-1)];
  FIRST.set(first, (FIRST.get(first) ?? 0) + 1);
  LAST.set(last, (LAST.get(last) ?? 0) + 1);
}

/**
 * True for two or three kanji put together as family names are: the first character begins at least two names of the
 * list and the last one ends at least six. Everyday words pass too; only a place where a name is due makes it one.
 */
export function looksLikeSurname(text: string): boolean {
  if (text.length < 2 || text.length > 3) return false;
  return (FIRST.get(text[0] ?? '') ?? 0) >= 2 && (LAST.get(text.at(-1) ?? '') ?? 0) >= 6;
}
