/** What a key handler needs to know of a key press; a part of `KeyboardEvent`, so that the rules can be tested. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** Where the focus is, as far as the rules care. */
export interface FocusPlace {
  /** Tag name in lower case. */
  readonly tag: string;
  /** `type` of an input. */
  readonly inputType: string | null;
  readonly editable: boolean;
  /** Inside a menu, list box or other widget that has keys of its own. */
  readonly widget: boolean;
}

const NOT_TYPED_IN = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'range', 'color']);
const ACTS_ON_ENTER = new Set(['a', 'button', 'summary', 'select', 'input']);

/** Name of a key as bindings write it: `j`, `?`, `Enter`, `Ctrl+Enter` (Ctrl or Command). */
export function keyName(press: KeyPress): string {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return press.ctrlKey || press.metaKey ? `Ctrl+${key}` : key;
}

export function isTyping(place: FocusPlace): boolean {
  if (place.editable || place.tag === 'textarea' || place.tag === 'select') return true;
  return place.tag === 'input' && !NOT_TYPED_IN.has(place.inputType ?? 'text');
}

/**
 * Whether a shortcut may act. While something is typed only Ctrl+Enter does; a focused button or link keeps its Enter;
 * arrows stay with a group of radio buttons; switched-off shortcuts leave only Ctrl+Enter (WCAG 2.1.4).
 */
export function mayAct(press: KeyPress, place: FocusPlace, shortcutsOn: boolean): boolean {
  if (press.isComposing || press.altKey) return false;
  const name = keyName(press);
  if (name === 'Ctrl+Enter') return true;
  if (press.ctrlKey || press.metaKey) return false;
  if (!shortcutsOn || isTyping(place) || place.widget) return false;
  if (name === 'Enter' || name === ' ') return !ACTS_ON_ENTER.has(place.tag);
  if (name.startsWith('Arrow') || name === 'Home' || name === 'End') return place.tag !== 'input';
  return true;
}
