import { OPINION_CLASSES, OPINION_CLASS_LABELS, type OpinionClass } from './codes';

/** How a city calls a class, and its own rule of thumb for it. */
export interface ClassWords {
  readonly name: string;
  readonly rule: string;
}

/** 細分類: a class of the city's own under one of the six. It is chosen beside the class; counts are by class. */
export interface FinerClass {
  readonly code: string;
  readonly class: OpinionClass;
  readonly name: string;
  readonly active: boolean;
}

/** What a city changes of the classes. The six codes stay: the plan's indicators count them. */
export interface CityClasses {
  readonly words?: Readonly<Partial<Record<OpinionClass, ClassWords>>>;
  readonly finer?: readonly FinerClass[];
}

/** The rules of thumb that the product comes with; source: docs/glossary.md. */
export const OPINION_CLASS_RULES: Readonly<Record<OpinionClass, string>> = {
  complaint: '困っていること・壊れているもの・失礼など、その一件を直してほしい声。全体の変更は求めていません。',
  operations_improvement:
    '今ある仕事のやり方（時間・手続き・様式・案内など）を、これからみんなのために良くしてほしい声。',
  policy_proposal: '今はない制度・施設・路線などを新しくつくる、または方針を変えてほしい声。',
  inquiry: 'ただ知りたいことを尋ねる声。「なぜ直さないのですか」は苦情です。',
  appreciation: 'お礼・ほめ言葉・感想だけで、求めることのない声。',
  out_of_scope: '市の仕事ではないこと、宣伝、ひぼう中傷、裁判中のこと、意味の読み取れないもの。',
};

/** Name and rule of every class, the city's own where it has set one. */
export function classWordsOf(city: CityClasses | undefined): Readonly<Record<OpinionClass, ClassWords>> {
  const entries = OPINION_CLASSES.map((code): [OpinionClass, ClassWords] => [
    code,
    {
      name: city?.words?.[code]?.name || OPINION_CLASS_LABELS[code],
      rule: city?.words?.[code]?.rule || OPINION_CLASS_RULES[code],
    },
  ]);
  return Object.fromEntries(entries) as Record<OpinionClass, ClassWords>;
}

/** The names alone. */
export function classNamesOf(city: CityClasses | undefined): Readonly<Record<OpinionClass, string>> {
  const words = classWordsOf(city);
  return Object.fromEntries(OPINION_CLASSES.map((code) => [code, words[code].name])) as Record<OpinionClass, string>;
}
