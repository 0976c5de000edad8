import { completeNames } from './complete-names';
import { findNamesInContext } from './find-names-in-context';
import { isFamousPerson } from './famous-persons';
import { endsInRole, KATAKANA_ROLES, NOT_PERSON_AFTER, PUBLIC_TITLE_AFTER, PUBLIC_TITLE_BEFORE } from './name-words';
import { isSpacedName } from './name-shape';
import { isGivenName, nameStrength, surnameLength } from './person-name';
import type { Found } from './pii-span';

const K = '(?:[一-龠々ヶ﨑髙]|𠮷)';
const FULL = `(?:${K}{1,6}(?: ${K}{1,4}| [ぁ-ん]{2,4}| [ァ-ヶー]{2,5}|[ァ-ヶー]{2,3}(?![ァ-ヶー])|の?${K}{0,0})?)`;
const KATAKANA_FULL = '[ァ-ヴー]{2,8}[ ・][ァ-ヴー]{2,8}';
const LATIN_FULL = "[A-Z][a-z'-]{1,15}(?:[ ・][A-Z][A-Za-z'-]{0,15}){1,3}";

const HONORIFIC = new RegExp(
  `(${FULL}|${KATAKANA_FULL}|[ァ-ヴー]{2,8}|[ぁ-ん]{2,14}|[A-Z][A-Za-z]{1,15}(?: [A-Z][A-Za-z]{1,15}){0,2}) ?(さん|様|さま|氏|くん|君|ちゃん(?!と)|殿|先生|夫妻)(?![子式々相態な一-龠]|ざま)`,
  'g',
);
const SELF_INTRODUCTION = new RegExp(
  `(${FULL}|${KATAKANA_FULL}|${LATIN_FULL})(?=と申(?:し|す|せ)|ともうし|といいます|と言います|といい、|と云います|という(?:者|もの|名|男|女|方|人|の[がはにを]|職員|家))`,
  'g',
);
const STATED = new RegExp(
  `(?:名前|なまえ|氏名|姓名|本人|名字|苗字|友人の名|者の名|担当(?:者|職員)?|班長|組長|名義|名札|表札|差出人|署名|世帯主|筆頭者|運転手|大家|代表|事務局|会長|副会長|[課係]|職員|理事長?|委員長|部長|世話人|店主|経営者?|代表者|通報者|申請者|届出人|妻|夫|こちら|隣|隣家|向かい|裏|となり|近所|元夫|元妻|漁師|農業|下の階|上の階|現住|在住)` +
    `(?:の名(?:前|字|札)?)?(?:は|の|が|も|:|、|「|『| |\\(){1,2}(${FULL}|${KATAKANA_FULL}|${LATIN_FULL})(?![${'一-龠々'}])`,
  'g',
);
const KIN =
  '(?:妻|夫|母|父|娘|息子|長男|次男|三男|四男|長女|次女|三女|孫|孫娘|曾孫|祖母|祖父|弟|妹|兄|姉|主人|家内|女房|嫁|義母|義父|甥|姪|うち|うちの子|子ども|子供|子)';
const KIN_NAME = new RegExp(
  `${KIN}(?:の名前は|の|・|は|である|、| )?[(「]?(${FULL}|[ぁ-ん]{2,3}?|[ァ-ヶー]{2,4}子?)[)」]?(?=[はがをもにと(、。)]|の(?:こと|件|学|通|入|受|病|介|た)|くん|ちゃん|さん|で|$|\\n)`,
  'gm',
);
const SELF_NAME = new RegExp(
  `(?:私|わたし|わたくし|俺|小生|当方)(?:は|、| |\\(|・)?(${FULL}|${LATIN_FULL})(?=[はがも、)。と]|です|より|$)`,
  'gm',
);
const LATIN_STATED = new RegExp(`(?:わたし|私|名前|なまえ|子ども|こども|氏名|本人)は ?(${LATIN_FULL})`, 'g');
const KATAKANA_STATED = new RegExp(`(?:名前|なまえ|氏名|本名)は ?([ァ-ヴー]{2,10}(?:[ ・][ァ-ヴー]{2,10})?)`, 'g');
const BRACKETED = new RegExp(`[(「](${FULL})(?=[)」・、]| ?(?:昭和|平成|大正|令和|[0-9]{1,3}歳))`, 'g');
const COPULA = new RegExp(
  `(?<!${K})(${K}{1,5}(?: ${K}{1,4})?)(?=(?:です|でございます|だ|であります|でした|より|拝|記|方\\)|方$|印$)(?:[。、!がけ\\n ]|$)|。)`,
  'gm',
);
const KANA_GIVEN = new RegExp(
  `(?<!${K})(${K}{1,4}[ぁ-ん]{2,4}?)(?=[、・。)( にをがはもの\\n]|です|と申|といい|さん|様|くん|ちゃん|$)`,
  'gm',
);
const MIXED_FULL = new RegExp(`(?<!${K})(${K}{1,4} ?[ァ-ヶー]{2}[江子代枝美])(?!${K})`, 'g');
/** A letter that opens with its writer or with the one it accuses: 「細貝。…」, 「有働でございます」, 「笠原は…」. */
const OPENING = new RegExp(`^\\s*(${K}{2,4})(?=は|でござい|と?[言い]います|だけど|ですが|だが)`, 'g');
const KATAKANA_SAID = new RegExp(`(${KATAKANA_FULL})(?=です|と申|といい|とい?う者)`, 'g');
const LABELLED = new RegExp(
  `(?:名前|氏名|名札|表札|名字|苗字|本名)は[「『 ]?(${K}{2,4}|[ぁ-ん]{2,5})(?=[、。」』])`,
  'g',
);
const RUNNING_FULL = new RegExp(`(?<!${K})(${K}{3,6}|${K}{1,4} ${K}{1,3})(?!${K})`, 'g');
const FAMILY_HOUSE = new RegExp(`(?<!${K})(${K}{2,4})家(?=の|は|が|に|、|。|と)`, 'g');

/** Names of private persons in a normalised text. `anchors` are contact data already found: a name stands beside them. */
export function findNames(text: string, anchors: readonly Found[]): Found[] {
  const found: Found[] = [];
  const add = (start: number, name: string): void => {
    const trimmed = name
      .trim()
      .replace(LEADING_ROLE, '')
      .replace(/(?<=..)(?:様|殿|氏|君|宅)$/, '');
    const from = start + name.indexOf(trimmed);
    const end = from + trimmed.length;
    if (trimmed === '' || isPublicPerson(text, from, end) || isFamousPerson(trimmed)) return;
    found.push({ start: from, end, kind: 'name' });
  };
  const each = (pattern: RegExp, take: (name: string, start: number, match: RegExpExecArray) => void): void => {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      take(name, match.index + match[0].indexOf(name), match);
    }
  };

  each(HONORIFIC, (name, start, match) => {
    const person = beforeHonorific(name, match[2] ?? '');
    if (person !== null) add(start + name.length - person.length, person);
  });
  each(SELF_INTRODUCTION, (name, start) => {
    if (
      /^[A-Zァ-ヴ]/.test(name) ||
      nameStrength(name) !== 'none' ||
      (name.length <= 3 &&
        !endsInRole(name) &&
        !/[会課市町県]$/.test(name) &&
        /と申/.test(text.slice(start, start + name.length + 3)))
    )
      add(start, name);
  });
  each(STATED, (name, start, match) => {
    const strength = nameStrength(name);
    const weak =
      /^(?:隣|裏|向かい|となり|近所|担当|[課係]|職員|代表|部長|夫|妻|運転手|会長|事務局|こちら|下の階|上の階|農業|班長)/.test(
        match[0],
      );
    const after = text.slice(start + name.length, start + name.length + 6);
    if (/^[A-Zァ-ヴ]/.test(name) ? !weak : strength === 'full' || strength === 'likely_full') add(start, name);
    else if ((strength === 'surname' || (strength === 'word' && !weak)) && !NOT_PERSON_AFTER.test(after))
      add(start, name);
  });
  each(KIN_NAME, (name, start, match) => {
    const bracketed = /[(「・ ]$/.test(match[0].slice(0, match[0].indexOf(name)));
    const strength = nameStrength(name);
    if (strength === 'full' || strength === 'likely_full') add(start, name);
    else if (isGivenName(name) && (bracketed || (name.length >= 2 && !NOT_A_NAME.has(name)))) add(start, name);
  });
  each(SELF_NAME, (name, start) => {
    const strength = nameStrength(name);
    if (/^[A-Z]/.test(name) || strength === 'surname' || strength === 'full' || strength === 'likely_full')
      add(start, name);
  });
  each(LATIN_STATED, (name, start) => add(start, name));
  each(KATAKANA_STATED, (name, start) => add(start, name));
  each(BRACKETED, (name, start) => {
    const strength = nameStrength(name);
    const said = /(?:名前|名字|苗字|姓|表札|珍しく)[^。\n]{0,6}[(「]$/.test(text.slice(Math.max(0, start - 12), start));
    if (strength === 'full' || strength === 'likely_full' || (said && !endsInRole(name))) add(start, name);
  });
  each(COPULA, (name, start) => {
    const strength = nameStrength(name);
    const bare = /^[。]/.test(text.slice(start + name.length));
    if (bare && !((text[start - 1] === 'の' || start === 0) && strength === 'surname')) return;
    if (strength === 'full' || strength === 'likely_full' || strength === 'surname') add(start, name);
    else if (
      strength === 'word' &&
      name.length >= 2 &&
      !/[口前側部央町下上]$/.test(name) &&
      /^(?:です|と申|でござい|拝|より)/.test(text.slice(start + name.length)) &&
      /(?:[の。、\nたるすうりい]|^)$/.test(text.slice(0, start).slice(-1))
    )
      add(start, name);
  });
  each(RUNNING_FULL, (name, start) => {
    const [, spaced = ''] = name.split(' ');
    if (
      (nameStrength(name) === 'full' || (spaced.length >= 2 && isGivenName(spaced) && nameStrength(name) !== 'none')) &&
      !NOT_PERSON_AFTER.test(text.slice(start + name.length, start + name.length + 4))
    )
      add(start, name);
  });
  each(FAMILY_HOUSE, (name, start) => {
    if (nameStrength(name) === 'surname') add(start, `${name}家`);
  });
  each(KANA_GIVEN, (name, start) => {
    const [, family = '', given = ''] = /^([^ぁ-ん]+)([ぁ-ん]+)$/.exec(name) ?? [];
    if (
      surnameLength(family) === family.length &&
      isGivenName(given) &&
      !/^(?:向かい|東が|西が|南が|北が|森の|原の)/.test(name)
    )
      add(start, name);
  });
  each(MIXED_FULL, (name, start) => {
    if (nameStrength(name) === 'full') add(start, name);
  });
  each(OPENING, (name, start) => {
    const strength = nameStrength(name);
    if (strength === 'surname' || strength === 'full') add(start, name);
    else if (strength === 'word' && !text.startsWith('は', start + name.length)) add(start, name);
  });
  each(KATAKANA_SAID, (name, start) => add(start, name));
  each(LABELLED, (name, start) => {
    if (
      !endsInRole(name) &&
      !/^(?:同じ|不明|匿名|以下|別|誰|何|下記|上記|未定|わから|しらな|ない|いつ|どう|これ|それ|知ら)/.test(name)
    )
      add(start, name);
  });
  findNamesInContext(text, add);
  besideAnchors(text, anchors, add);
  signatureLines(text, anchors, add);
  return completeNames(text, found);
}

const LEADING_ROLE =
  /^(?:代表者?|夫|妻|父|母|息子|娘|会長|副会長|事務局長?|漁師|農家|理事長?|担当|世話人|本人|氏名|名前|店主) ?(?=.{1,})/;

/** Given names that stand after 「娘の」 as everyday words too. */
const NOT_A_NAME = new Set([
  'ゆめ',
  'こころ',
  'はな',
  'かな',
  'まま',
  'ひかり',
  'なみ',
  'いと',
  'うみ',
  'はるか',
  'つばさ',
  'ゆう',
  'しん',
  'そう',
  'まき',
  'かい',
  'よう',
  'しほ',
  'あい',
  'とし',
  'みどり',
  'えま',
  'もも',
  '大事',
  '成人',
  '介護',
  '勉強',
  '友人',
  '元気',
  '大地',
  '大和',
  '平和',
  '健太',
]);

/** The person's name in the run before an honorific, or `null`: 「東台の西村さん」 → 「西村」, 「担当者様」 → null. */
function beforeHonorific(run: string, honorific: string): string | null {
  if (/^[A-Z]/.test(run)) return /^(?:LINE|SNS|PTA|NPO|JA|DV|ALT|AI|IT|PC|TV|OB|OG|CM|MC|DJ)$/.test(run) ? null : run;
  if (/^[ァ-ヴー ・]+$/.test(run)) {
    return KATAKANA_ROLES.test(run) || (run.length > 3 && run.endsWith('ー')) ? null : run;
  }
  if (/^[ぁ-ん]+$/.test(run)) return hiraganaName(run, honorific);
  if (honorific === '殿' && /^(?:御|神|宮|拝|沈|本)$/.test(run)) return null;
  if (honorific === '先生') return ['surname', 'full', 'likely_full'].includes(nameStrength(run)) ? run : null;
  if (endsInRole(run.split(' ').at(-1) ?? run) && nameStrength(run) === 'none') return null;
  const pieces = run.split(' ');
  if (pieces.length === 2 && nameStrength(run) === 'none') {
    const last = pieces[1] ?? '';
    return endsInRole(last) ? null : last;
  }
  if (nameStrength(run) !== 'none') return endsInRole(run) && nameStrength(run) === 'word' ? null : run;
  if (honorific === '君' && /^(?:諸|主|暴|名)$/.test(run)) return null;
  if (/[0-9]/.test(run) || run.length > 4) return longestNameAtEnd(run);
  if (run.length === 1 && !/[柊榊橘椿楓蓮葵翠]/.test(run)) return null;
  return longestNameAtEnd(run) ?? (honorific === '氏' && run.length < 2 ? null : run);
}

function longestNameAtEnd(run: string): string | null {
  for (let length = Math.min(5, run.length); length >= 2; length--) {
    const tail = run.slice(-length);
    if (nameStrength(tail) !== 'none') return tail;
  }
  return null;
}

const HIRAGANA_ROLES =
  /(?:おば|おじ|おばあ|おじい|ばあ|じい|おかあ|おとう|かあ|とう|おにい|おねえ|にい|ねえ|みな|みなみな|たく|おく|おきゃく|おまわり|おいしゃ|いしゃ|となり|や|あか|ぼく|わん|にゃん|ねこ|いぬ|おつかれ|ごくろう|ぞう|うさぎ|くま|おさる|おてんとう|せんせい|うんてんしゅ|しょくいん|かかり|おかみ|だんな|むすこ|むすめ|むこ|よめ|まご|ともだち|ひと|かた|もの|あく|きゃく|おお|おやこ|とおり|おっ|おと|おか|がいじん)$/;

function hiraganaName(run: string, honorific: string): string | null {
  for (let length = Math.min(4, run.length); length >= 2; length--) {
    const tail = run.slice(-length);
    const before = run.slice(0, run.length - length);
    if (isGivenName(tail) && !HIRAGANA_ROLES.test(run) && (before === '' || /[はがのをにとでもへや、]$/.test(before)))
      return tail;
  }
  if (HIRAGANA_ROLES.test(run)) return null;
  return (honorific === 'ちゃん' || honorific === 'くん') && run.length >= 2 && run.length <= 4 ? run : null;
}

function isPublicPerson(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 8);
  const before = text.slice(Math.max(0, start - 10), start);
  return (
    /^ ?(?:市長|副市長|知事|議員|市議|県議|教育長|議長|大臣|総理|首相|町長|村長|選手|監督)/.test(after) ||
    PUBLIC_TITLE_AFTER.test(after) ||
    PUBLIC_TITLE_BEFORE.test(before)
  );
}

const SIDE = `(${K}{1,5}(?: ${K}{1,4})?|${KATAKANA_FULL})`;
const BEFORE_ANCHOR = new RegExp(`(?:^|[。\\n、,・ )(/])${SIDE}[、,。 :(]{1,2}(?:[^。\\n0-9]{1,12})?$`);
const AFTER_ANCHOR = new RegExp(
  `^[)）]?(?:の|[、,。 ・:\\n]{1,3})(?:漁師|農家|代表|会長|事務局)?${SIDE}(?=[。、\\n (です]|$)`,
);

/** 「古賀、090-…」, 「南町1丁目9-3、水野。」: a family name right beside contact data. */
function besideAnchors(text: string, anchors: readonly Found[], add: (start: number, name: string) => void): void {
  for (const anchor of anchors) {
    if (anchor.kind === 'illness') continue;
    const before = text.slice(Math.max(0, anchor.start - 26), anchor.start);
    const left = BEFORE_ANCHOR.exec(before);
    if (left !== null) {
      const name = left[1] ?? '';
      if (isSpacedName(name) || (nameStrength(name) !== 'none' && !endsInRole(name)))
        add(anchor.start - before.length + left.index + left[0].indexOf(name), name);
    }
    const right = AFTER_ANCHOR.exec(text.slice(anchor.end, anchor.end + 16));
    if (right !== null) {
      const name = right[1] ?? '';
      if ((nameStrength(name) !== 'none' && nameStrength(name) !== 'word') || isSpacedName(name))
        add(anchor.end + right[0].indexOf(name), name);
      else if (
        nameStrength(name) === 'word' &&
        /^(?:[。\n]|です|でござい|$)/.test(text.slice(anchor.end + right[0].length))
      )
        add(anchor.end + right[0].indexOf(name), name);
    }
  }
}

const NOT_SIGNATURE = /[。、!?！？]|です|ます|ください|した|して|から|まで|こと/;
const SIGNATURE_SKIP =
  /^(?:敬具|草々|かしこ|以上|拝|記|様|御中|各位|市民|匿名|殿|写|追伸|携帯|電話|住所|自宅|連絡先|氏名|代表|事務局|会長)$/;

/** Names in lines that carry no sentence: signatures. */
function signatureLines(text: string, anchors: readonly Found[], add: (start: number, name: string) => void): void {
  let offset = 0;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const start = offset;
    offset += line.length + 1;
    if (line.length > 60 || lines.length === 1) return;
    const anchored = anchors.some((a) => a.start >= start - 1 && a.end <= start + line.length + 1);
    const late = index >= lines.length - 4 || /^[-=_ー―—*]{2,}/.test(lines[index - 1] ?? '');
    if (!anchored && (!late || NOT_SIGNATURE.test(line))) return;
    if (/御中|宛|様$/.test(line) && index < 2) return;
    const body = line.replace(/[。].*$/, '');
    const tokens = [...body.matchAll(/[^ ・:(),/|、「」<>[\]0-9-]+/g)];
    for (let t = 0; t < tokens.length; t++) {
      const token = tokens[t];
      if (token === undefined) continue;
      const word = token[0].replace(/(?:拝|より|記|です|様|でした)$/, '');
      const at = start + token.index;
      const next = tokens[t + 1];
      if (
        next !== undefined &&
        body[token.index + token[0].length] === ' ' &&
        next.index === token.index + token[0].length + 1
      ) {
        const pair = `${token[0]} ${next[0].replace(/(?:拝|より|記)$/, '')}`;
        if (
          /^[一-龠々ヶ]{1,4} (?:[一-龠々]{1,4}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,4})$/.test(pair) &&
          /full/.test(nameStrength(pair)) &&
          !endsInRole(token[0])
        ) {
          add(at, pair);
          t += 1;
          continue;
        }
      }
      if (SIGNATURE_SKIP.test(word) || !/^[一-龠々ヶァ-ヶーぁ-ん]{1,7}$/.test(word)) continue;
      const strength = nameStrength(word);
      if (strength === 'full' || strength === 'likely_full') add(at, word);
      else if (strength === 'surname' && !endsInRole(word)) add(at, word);
      else if (
        strength === 'word' &&
        (anchored || line.trim() === word) &&
        tokens.length <= 4 &&
        t === (anchored ? t : 0) &&
        !/[町市区県]$/.test(word)
      )
        add(at, word);
    }
  });
  for (const m of text.matchAll(new RegExp(`^ ?(${LATIN_FULL}|${KATAKANA_FULL}) ?$`, 'gm'))) {
    if (m.index > text.length / 2) add(m.index + m[0].indexOf(m[1] ?? ''), m[1] ?? '');
  }
}
