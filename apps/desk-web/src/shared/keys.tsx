import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { FocusPlace } from './key-rules';
import { keyName, mayAct } from './key-rules';

/** A shortcut: what the help says of it, and what it does. */
export interface KeyBinding {
  /** Names as in `keyName`. */
  readonly keys: readonly string[];
  /** How it is written where keys are shown; defaults to the keys. */
  readonly shown?: string;
  readonly label: string;
  /** Shown in the bar at the bottom, not only in the help. */
  readonly bar?: boolean;
  readonly run: () => void;
}

/** The keys of one place: the screen, or a part of it that is open. */
export interface KeyGroup {
  readonly name: string;
  /** While it stands, the keys of everything else rest. */
  readonly alone: boolean;
  readonly bindings: readonly KeyBinding[];
}

interface KeyDesk {
  readonly on: boolean;
  readonly setOn: (on: boolean) => void;
  readonly groups: readonly KeyGroup[];
}

const KeyContext = createContext<KeyDesk>({ on: true, setOn: () => undefined, groups: [] });
/** Apart from what changes, so that a screen is not drawn again when another part adds its keys. */
const AddContext = createContext<(group: KeyGroup) => () => void>(() => () => undefined);
const STORED = 'kotae.desk.keys';

/** Listens once for the whole page; the group added last is asked first. */
export function KeyProvider({ children }: { children: ReactNode }) {
  const [on, setOn] = useState(() => localStorage.getItem(STORED) !== 'off');
  const [groups, setGroups] = useState<readonly KeyGroup[]>([]);
  const state = useRef({ on, groups });
  useEffect(() => {
    state.current = { on, groups };
  }, [on, groups]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (!mayAct(event, focusPlace(event.target), state.current.on)) return;
      const name = keyName(event);
      for (const group of activeGroups(state.current.groups)) {
        const binding = group.bindings.find((candidate) => candidate.keys.includes(name));
        if (!binding) continue;
        event.preventDefault();
        binding.run();
        return;
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const desk = useMemo<KeyDesk>(
    () => ({
      on,
      groups,
      setOn: (next) => {
        localStorage.setItem(STORED, next ? 'on' : 'off');
        setOn(next);
      },
    }),
    [on, groups],
  );
  const add = useCallback((group: KeyGroup) => {
    setGroups((before) => [...before, group]);
    return () => setGroups((before) => before.filter((other) => other !== group));
  }, []);
  return (
    <AddContext value={add}>
      <KeyContext value={desk}>{children}</KeyContext>
    </AddContext>
  );
}

/** The keys of a screen for as long as it stands. `bindings` may change at every rendering. */
export function useKeys(name: string, bindings: readonly KeyBinding[], alone = false): void {
  const add = use(AddContext);
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const signature = bindings.map((b) => `${b.keys.join(' ')}=${b.label}${b.bar ? '!' : ''}`).join('|');
  useEffect(() => {
    const stable = latest.current.map((binding, index) => ({
      ...binding,
      run: () => latest.current[index]?.run(),
    }));
    return add({ name, alone, bindings: stable });
  }, [add, name, alone, signature]);
}

/** Groups that listen now, the one asked first in front. */
export function activeGroups(groups: readonly KeyGroup[]): KeyGroup[] {
  const latest = [...groups].reverse().filter((group) => group.bindings.length > 0);
  const alone = latest.find((group) => group.alone);
  return alone ? [alone] : latest;
}

export function useKeyGroups(): KeyDesk {
  return use(KeyContext);
}

function focusPlace(target: EventTarget | null): FocusPlace {
  if (!(target instanceof HTMLElement)) return { tag: 'body', inputType: null, editable: false, widget: false };
  return {
    tag: target.tagName.toLowerCase(),
    inputType: target instanceof HTMLInputElement ? target.type : null,
    editable: target.isContentEditable,
    widget: target.closest('[role="listbox"], [role="menu"], [role="tablist"]') !== null,
  };
}
