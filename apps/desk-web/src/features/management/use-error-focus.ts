import { useEffect, useRef } from 'react';

/** Brings the first field that was refused into view; for forms longer than a screen. */
export function useErrorFocus(error: unknown) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) focusFirstInvalid(form.current);
  }, [error]);
  return form;
}

/** The same for what the form itself refuses to send. */
export function focusFirstInvalid(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
