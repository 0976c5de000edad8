import type { Found } from './pii-span';

/** Where licence plates are issued, as printed on them. */
const REGIONS = new Set(
  (
    '札幌 函館 旭川 室蘭 苫小牧 釧路 知床 帯広 北見 青森 弘前 八戸 岩手 盛岡 平泉 宮城 仙台 秋田 山形 庄内 福島 会津 郡山 白河 いわき 水戸 土浦 つくば 宇都宮 那須 とちぎ 日光 群馬 前橋 高崎 大宮 川口 所沢 川越 熊谷 春日部 越谷 ' +
    '千葉 成田 習志野 市川 船橋 袖ヶ浦 市原 野田 柏 松戸 品川 世田谷 練馬 杉並 板橋 足立 江東 葛飾 八王子 多摩 横浜 川崎 湘南 相模 山梨 富士山 新潟 長岡 上越 富山 石川 金沢 福井 長野 松本 諏訪 安曇野 南信州 岐阜 飛騨 静岡 浜松 沼津 伊豆 富士山 ' +
    '名古屋 豊橋 三河 岡崎 豊田 尾張小牧 一宮 春日井 三重 鈴鹿 四日市 伊勢志摩 滋賀 京都 なにわ 大阪 和泉 堺 神戸 姫路 奈良 飛鳥 和歌山 鳥取 島根 出雲 岡山 倉敷 広島 福山 山口 下関 徳島 香川 高松 愛媛 高知 福岡 北九州 久留米 筑豊 佐賀 長崎 佐世保 熊本 大分 宮崎 鹿児島 奄美 沖縄'
  ).split(' '),
);

const SIGN = '[あ-んア-ン]';
const GAP = '[ 、の・-]{0,3}';
const PLATE = new RegExp(
  `([一-龠々ヶぁ-んァ-ヴー]{1,7})[ の、]{0,2}([0-9]{2,3}|[0-9]{2}[A-Z]|[0-9][A-Z]{2})${GAP}(?:ひらがなの)?[『「"']?(${SIGN})[』」"']?${GAP}` +
    `([0-9]{1,2}[-‐−ー–—・の ][0-9]{2}|[・.]{1,3} ?[-]?[0-9]{1,3}(?:-[0-9]{2})?|[0-9]{1,4})(?![0-9]|[年月日時分円人件回本])`,
  'g',
);
/** Mopeds and motorcycles have no class number: 「こだま市 あ 20-14」. */
const SMALL = new RegExp(`([0-9]?[一-龠々ヶぁ-んァ-ヴー]{1,7}?) ?(${SIGN}) ?([0-9・]{1,2}-[0-9]{2})(?![0-9])`, 'g');
const SMALL_CONTEXT = /ナンバー|プレート|バイク|原付|スクーター/;
const PARTIAL =
  /(?:ナンバー|車番|プレート)[^。\n0-9・]{0,6}([0-9] ?[0-9]? ?- ?[0-9] ?[0-9]|[・.]{1,3}[0-9]{1,3})(?![0-9])/g;
/** 「白い軽(480 も 62-09)」: without the region; the blanks or a sign that is no particle tell it from a count. */
const WITHOUT_REGION = new RegExp(
  `(?<![0-9])[0-9]{3}( ?)(${SIGN}) ?(?:[0-9]{1,2}-[0-9]{2}|[・.]{1,3}[0-9]{1,3})(?![0-9])`,
  'g',
);
/** Kana that are also particles: 「10の12」 needs a plate's full dress. */
const PARTICLES = 'のはにでとがをへもやかねよ';
const CONTEXT = /ナンバー|車|番号|軽|バイク|ワゴン|プレート/;

/** Licence plates in a digit view, whole or the last digits when introduced as a plate. */
export function findPlates(view: string): Found[] {
  const found: Found[] = [];
  for (const m of view.matchAll(PLATE)) {
    const [whole, region = '', group = '', sign = '', number = ''] = m;
    const name = regionOf(region);
    if (name === '') continue;
    const known = REGIONS.has(name);
    const context = CONTEXT.test(view.slice(Math.max(0, m.index - 25), m.index + whole.length + 12));
    const dressed = /[-・]/.test(number);
    const full = dressed && group.length === 3;
    if (
      PARTICLES.includes(sign) ? !(known || context || full) || !(dressed || context) : !(known || dressed || context)
    )
      continue;
    found.push({ start: m.index + region.length - name.length, end: m.index + whole.length, kind: 'plate' });
  }
  const riders = SMALL_CONTEXT.test(view) ? view.matchAll(SMALL) : [];
  for (const m of riders) {
    const [whole, region = '', sign = ''] = m;
    const name = regionOf(region);
    const around = view.slice(Math.max(0, m.index - 25), m.index + whole.length + 12);
    const start = m.index + region.length - name.length;
    const end = m.index + whole.length;
    if (name === '' || (PARTICLES.includes(sign) && !/ . /.test(whole)) || !SMALL_CONTEXT.test(around)) continue;
    if (!found.some((f) => f.start < end && start < f.end)) found.push({ start, end, kind: 'plate' });
  }
  for (const m of view.matchAll(WITHOUT_REGION)) {
    const start = m.index;
    const end = start + m[0].length;
    if (m[1] === '' && PARTICLES.includes(m[2] ?? '')) continue;
    if (!CONTEXT.test(view.slice(Math.max(0, start - 25), start))) continue;
    if (!found.some((f) => f.start < end && start < f.end)) found.push({ start, end, kind: 'plate' });
  }
  for (const m of view.matchAll(PARTIAL)) {
    const end = m.index + m[0].length;
    const start = end - (m[1] ?? '').length;
    if (!found.some((f) => f.start < end && start < f.end)) found.push({ start, end, kind: 'plate' });
  }
  return found;
}

/** The region at the end of what stood before the class number: 「ナンバーはこだま」 → 「こだま」. */
function regionOf(text: string): string {
  if (/(?:電話|番号|携帯|自宅)[のは、 ]*$/.test(text)) return '';
  const trimmed = text.replace(/[の、]+$/, '');
  for (let length = Math.min(4, trimmed.length); length >= 1; length--) {
    const tail = trimmed.slice(-length);
    if (REGIONS.has(tail)) return tail + text.slice(trimmed.length);
  }
  const cut = /^.*(?:は|が|を|の|に|で|と|ー)(?=.{2,}$)/.exec(trimmed);
  const name = cut === null ? trimmed : trimmed.slice(cut[0].length);
  return (name.length > 5 ? name.slice(-3) : name) + text.slice(trimmed.length);
}
