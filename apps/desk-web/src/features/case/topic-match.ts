/** One choice of a type-ahead list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Shown after the label: the lead section, the machine's confidence. */
  readonly note: string;
  /** Further words it is found by: codes, readings. */
  readonly words: readonly string[];
}

/** Choices that hold what was typed, those beginning with it first; the given order otherwise. Everything when nothing is typed. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = folded(typed);
  if (wanted === '') return [...choices];
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(choice, wanted) }));
  return ranked
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

function rankOf(choice: Choice, wanted: string): number {
  const texts = [choice.label, choice.note, ...choice.words].map(folded);
  if (texts.some((text) => text.startsWith(wanted))) return 0;
  return texts.some((text) => text.includes(wanted)) ? 1 : 2;
}

/** Width and case do not matter, nor whether a word is typed in hiragana or katakana. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
