import { useEffect, useRef } from 'react';

/** Puts the focus on an element when it appears, after a dialog around it has opened. */
export function useFirstFocus<T extends HTMLElement>(selector?: string) {
  const ref = useRef<T>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const target = selector ? ref.current?.querySelector<HTMLElement>(selector) : ref.current;
      target?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [selector]);
  return ref;
}
