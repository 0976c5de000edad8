/**
 * The pieces a letter is taken apart into before its opinions are found:
 * a lead-in (「また、」, 「①」, 「それから、」), a sentence, or a report's tail (「とのこと。」).
 */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'bullet' | 'lead' | 'main' | 'tail';
  /** First unit of its line. */
  readonly lineStart: boolean;
  /** First unit after an empty line, or of the text. */
  readonly paragraphStart: boolean;
  /** The line begins with a bullet or a number. */
  readonly bulleted: boolean;
}

const BULLET =
  /^[ \t\u3000]*(?:[>＞]+|[・●○■□◆◇▪•*＊※-]+|[①-⑳❶-❿]|[（(](?:[0-9０-９]{1,2}|[一二三四五六七八九十]|[ァ-オア-オ])[)）]|(?:[0-9０-９]{1,2}|[一二三四五六七八九十])(?:[.．、)）:：]|[点件][目]?[。.、:：]?|つ目?[。.、:：]|[ \u3000](?=\S)))[ \t\u3000]*/;
const ITEM =
  /^[ \t\u3000]*(?:[①-⑳]|[・●■◆]|[/／]|[（(][0-9０-９][)）]|[0-9０-９][.．、)）]?(?=[ \u3000\u4e00-\u9fff\u30a1-\u30f6]))[ \t\u3000]*(?![0-9０-９年月日時分人回円か点つ件名枚台本個歳才箇号丁番階割倍万千百週か])/;
const HEADING = /^[ \t\u3000]*(?:【[^】\n]{1,20}】|［[^］\n]{1,20}］|\[[^\]\n]{1,20}\])[ \t\u3000]*/;
const LEAD =
  /^(?:[ \t\u3000]*)(?:(?:まず|次|つぎ)(?:は|に)?(?:、|です。|、?[^、。\n]{0,12}(?:です。|について。|のこと(?:です)?。))|それから|それに|それと(?:は別に)?|それとは別|また|あと(?:は|もう[一ひ1１]つ)?|そこで|なお|ついで(?:に|ながら)(?:言うと|申し上げますと|ですが|で(?:すみません|恐縮です)が)?|加えて|あわせて|併せて|さらに(?:踏み込んだ提案を一つ)?|ほかに(?:も)?|他に(?:も)?|しかも|ただ(?:し)?|しかし|でも|けれども?|だから|ですから|そして|最後(?:に|は)?|追伸|追って|別件(?:です(?:が)?|で(?:すみません)?(?:が)?)?|話は(?:変わ|かわ|それ)[^、。\n]{0,8}が|話がそれますが|(?:第[一二三四五1-5１-５]|[一二三四五]|[1-5１-５])(?:に|つ(?:目|め)?は?|点目?は?|件目?は?|番目?は?)|(?:ひと|ふた|みっ|よっ)つ(?:め|目)?(?:は)?|もう(?:一つ|ひとつ|1つ|１つ|一点|1点|１点|一件)(?:は|です(?:が)?|お願い(?:です)?|あります)?|その上で(?:[^、。\n]{0,6})|できれば|さて|ところで|ちなみに|とにかく|余談ですが|(?:も一つ|いま一つ|今一つ)|お願い(?:です)?|質問(?:です)?)(?:です|ですが|なのですが)?[、,。:： \u3000]|^(?:また|あと|ただ(?!今|し)|でも|そして|あわせて|それから|それと|ついでに|もう[一1１]つ|来年は|一方で)[、]?(?=[一-龠ァ-ヶA-Zａ-ｚＡ-Ｚ0-9０-９])/;
const TAIL =
  /[、,]?(?:とのこと|との要望|との意見|との苦情|との相談|との申し?出|とのお尋ね|とのお話|との希望|との訴え|という(?:要望|意見|苦情|相談|お話)|旨|と(?:話|訴え|言|おっしゃ)(?:さ|って(?!くださ|下さ)|いる|られ|る|う))[^。\n]{0,24}[。.]?$/;
const END = /[。．！？!?♪☆★💕✨😭😂🙇🙏👏🎸🛹]/u;
const OPEN = '「『（(【〔“';
const CLOSE = '」』）)】〕”';
/** A sentence longer than this is cut where it stands: nobody's bracket may swallow a letter. */
const LONGEST_QUOTE = 400;

/** Takes a text apart; blanks at the ends of units are left out. Linear in the length of the text. */
export function unitsOf(body: string): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  let blank = true;
  while (at <= body.length) {
    let lineEnd = body.indexOf('\n', at);
    if (lineEnd < 0) lineEnd = body.length;
    const line = body.slice(at, lineEnd);
    if (line.trim() === '') blank = true;
    else {
      lineUnits(line, at, blank, units);
      blank = false;
    }
    at = lineEnd + 1;
  }
  return units;
}

function lineUnits(line: string, offset: number, paragraphStart: boolean, units: Unit[]): void {
  let from = 0;
  let first = true;
  let bulleted = false;
  const push = (start: number, end: number, kind: Unit['kind']): void => {
    let a = start;
    let b = end;
    while (a < b && /\s/.test(line[a] ?? '')) a += 1;
    while (b > a && /\s/.test(line[b - 1] ?? '')) b -= 1;
    if (a >= b) return;
    units.push({
      start: offset + a,
      end: offset + b,
      text: line.slice(a, b),
      kind,
      lineStart: first,
      paragraphStart: first && paragraphStart,
      bulleted,
    });
    first = false;
  };
  for (let round = 0; round < 3; round++) {
    const head = line.slice(from, from + 40);
    const mark = BULLET.exec(head) ?? HEADING.exec(head);
    if (mark === null || from + mark[0].length >= line.length) break;
    bulleted = true;
    push(from, from + mark[0].length, 'bullet');
    from += mark[0].length;
  }
  const quoted = /^[ \u3000]*「/.exec(line.slice(from));
  if (quoted !== null && /」[。]?\s*$/.test(line)) {
    push(from, from + quoted[0].length, 'bullet');
    from += quoted[0].length;
  }
  for (const [start, end] of sentences(line, from)) sentenceUnits(line, start, end, push);
}

function sentenceUnits(
  line: string,
  start: number,
  end: number,
  push: (s: number, e: number, kind: Unit['kind']) => void,
): void {
  let from = start;
  const item = start > 0 ? ITEM.exec(line.slice(from, Math.min(end, from + 12))) : null;
  if (item !== null && from + item[0].length < end) {
    push(from, from + item[0].length, 'bullet');
    from += item[0].length;
  }
  const lead = LEAD.exec(line.slice(from, Math.min(end, from + 40)));
  if (lead !== null) {
    push(from, from + lead[0].length, 'lead');
    from += lead[0].length;
    const second = from < end ? LEAD.exec(line.slice(from, Math.min(end, from + 40))) : null;
    if (second !== null) {
      push(from, from + second[0].length, 'lead');
      from += second[0].length;
    }
  }
  if (from >= end) return;
  const windowStart = Math.max(from, end - 44);
  const tail = TAIL.exec(line.slice(windowStart, end));
  if (tail !== null && windowStart + tail.index > from) {
    push(from, windowStart + tail.index, 'main');
    push(windowStart + tail.index, end, 'tail');
  } else {
    push(from, end, 'main');
  }
}

/** A new item inside a line: 「①…。②…」, 「… / …」, 「1 … 2 …」 after a full stop. */
function startsItem(line: string, at: number): boolean {
  const c = line[at] ?? '';
  if (/[①-⑳]/.test(c)) return true;
  return (c === '/' || c === '／') && /[ \u3000]/.test(line[at - 1] ?? '') && /[ \u3000]/.test(line[at + 1] ?? '');
}

/** Start and end of each sentence of a line from `from` on; a quotation inside a sentence does not end it. */
function sentences(line: string, from: number): [number, number][] {
  const found: [number, number][] = [];
  let start = from;
  let depth = 0;
  let opened = 0;
  let i = from;
  while (i < line.length) {
    const c = line[i] ?? '';
    if (OPEN.includes(c)) {
      if (depth === 0) opened = i;
      depth += 1;
    } else if (CLOSE.includes(c)) {
      depth = Math.max(0, depth - 1);
      const wasWhole =
        depth === 0 && /^[\s\u3000]*$/.test(line.slice(start, opened)) && '（(【'.includes(line[opened] ?? '');
      if (wasWhole) {
        found.push([start, i + 1]);
        start = i + 1;
      }
    }
    if (depth > 0 && i - opened > LONGEST_QUOTE) depth = 0;
    if (depth === 0 && i > start && startsItem(line, i)) {
      found.push([start, i]);
      start = i;
    }
    const point = String.fromCodePoint(line.codePointAt(i) ?? 0);
    const step = point.length;
    if (
      depth === 0 &&
      (END.test(point) || (c === '.' && /^\.(?:\s|$)/.test(line.slice(i, i + 2)) && /[a-z)]/.test(line[i - 1] ?? '')))
    ) {
      let end = i + step;
      while (end < line.length) {
        const follow = String.fromCodePoint(line.codePointAt(end) ?? 0);
        if (!END.test(follow) && !/[\u200d\ufe0f♂♀]|\p{Emoji_Modifier}|\p{Extended_Pictographic}/u.test(follow)) break;
        end += follow.length;
      }
      found.push([start, end]);
      start = end;
      i = end;
      continue;
    }
    i += step;
  }
  if (start < line.length) found.push([start, line.length]);
  return found;
}
