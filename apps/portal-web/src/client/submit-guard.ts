const STUCK_AFTER_MS = 15_000;

/** A second press while the first is under way does nothing. The button stays focusable and says what happens. */
export function guardSubmits(forms: readonly HTMLFormElement[]): void {
  for (const form of forms) {
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return;
      if (form.dataset['sent'] !== undefined) return event.preventDefault();
      form.dataset['sent'] = '';
      setBusy(form, true);
      // A connection that hangs must not lock the form: pressing again is safe, it is the same submission.
      window.setTimeout(() => release(form), STUCK_AFTER_MS);
    });
  }
  // Coming back by the browser's back button.
  window.addEventListener('pageshow', () => forms.forEach(release));
}

function release(form: HTMLFormElement): void {
  delete form.dataset['sent'];
  setBusy(form, false);
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-submit]')) {
    const words = button.querySelector('span') ?? button;
    button.dataset['words'] ??= words.textContent;
    words.textContent = busy ? 'お待ちください…' : (button.dataset['words'] ?? '');
    if (busy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}
