import type { FocusPlace, KeyPress } from './key-rules';
import { isTyping, keyName, mayAct } from './key-rules';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});
const at = (tag: string, more: Partial<FocusPlace> = {}): FocusPlace => ({
  tag,
  inputType: null,
  editable: false,
  widget: false,
  ...more,
});

describe('keyName', () => {
  it('writes letters small and Ctrl and Command alike', () => {
    expect(keyName(press('J'))).toBe('j');
    expect(keyName(press('Enter', { ctrlKey: true }))).toBe('Ctrl+Enter');
    expect(keyName(press('Enter', { metaKey: true }))).toBe('Ctrl+Enter');
  });
});

describe('isTyping', () => {
  it('tells text fields from buttons and choices', () => {
    expect(isTyping(at('textarea'))).toBe(true);
    expect(isTyping(at('input', { inputType: 'search' }))).toBe(true);
    expect(isTyping(at('input', { inputType: 'radio' }))).toBe(false);
    expect(isTyping(at('div', { editable: true }))).toBe(true);
    expect(isTyping(at('button'))).toBe(false);
  });
});

describe('mayAct', () => {
  it('acts on letters where nothing is typed', () => {
    expect(mayAct(press('j'), at('body'), true)).toBe(true);
    expect(mayAct(press('3'), at('input', { inputType: 'radio' }), true)).toBe(true);
  });

  it('stays quiet while something is typed, except for Ctrl+Enter', () => {
    expect(mayAct(press('j'), at('textarea'), true)).toBe(false);
    expect(mayAct(press('Enter'), at('input', { inputType: 'text' }), true)).toBe(false);
    expect(mayAct(press('Enter', { ctrlKey: true }), at('textarea'), true)).toBe(true);
  });

  it('leaves Enter to a focused button or link, but not the other keys', () => {
    expect(mayAct(press('Enter'), at('button'), true)).toBe(false);
    expect(mayAct(press('Enter'), at('a'), true)).toBe(false);
    expect(mayAct(press('Enter'), at('main'), true)).toBe(true);
    expect(mayAct(press('k'), at('button'), true)).toBe(true);
  });

  it('never takes a key from the input method, from the browser or from a widget', () => {
    expect(mayAct(press('a', { isComposing: true }), at('body'), true)).toBe(false);
    expect(mayAct(press('c', { ctrlKey: true }), at('body'), true)).toBe(false);
    expect(mayAct(press('f', { altKey: true }), at('body'), true)).toBe(false);
    expect(mayAct(press('j'), at('div', { widget: true }), true)).toBe(false);
    expect(mayAct(press('ArrowDown'), at('input', { inputType: 'radio' }), true)).toBe(false);
  });

  it('can be switched off, which leaves Ctrl+Enter', () => {
    expect(mayAct(press('j'), at('body'), false)).toBe(false);
    expect(mayAct(press('Enter', { ctrlKey: true }), at('body'), false)).toBe(true);
  });
});
