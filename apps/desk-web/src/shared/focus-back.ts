import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Where the focus goes when the answer to a change takes away what was pressed.
 *
 * @param shown what the answer changes on the screen
 * @param submittedAt when the change was last sent from here; what others change does not move the focus
 */
export function useFocusBack<T extends HTMLElement>(shown: unknown, submittedAt: number): RefObject<T | null> {
  const place = useRef<T>(null);
  const before = useRef({ shown, submittedAt });
  useEffect(() => {
    if (before.current.shown === shown) return;
    const mine = before.current.submittedAt !== submittedAt;
    before.current = { shown, submittedAt };
    if (mine && document.activeElement === document.body) place.current?.focus();
  }, [shown, submittedAt]);
  return place;
}
