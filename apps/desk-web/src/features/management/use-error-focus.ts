import { useEffect, useRef } from 'react';

/** Brings the first field that was refused into view; for forms longer than a screen. */
export function useErrorFocus(error: unknown) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return form;
}
