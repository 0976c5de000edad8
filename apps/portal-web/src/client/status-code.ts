/** The QR code's address carries the code in its fragment, which is sent to no server: it goes into the field. */
export function readCodeFromAddress(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('#code');
  const typed = location.hash.slice(1);
  if (field === null || field.value !== '' || !/^[0-9A-Za-z-]{10,30}$/.test(typed)) return;
  field.value = typed;
  history.replaceState(null, '', location.pathname);
  form.querySelector<HTMLButtonElement>('[data-submit]')?.focus();
}
