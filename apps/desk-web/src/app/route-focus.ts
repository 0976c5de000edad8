import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** A new screen begins at its top, for the eyes and for the screen reader; a changed query does not move anyone. */
export function useRouteFocus(): void {
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}
