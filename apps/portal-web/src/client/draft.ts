/** What is kept of an unsent letter, in this browser only. Who wrote it is not: others may use the same machine. */
const FIELDS = ['subject', 'body', 'replyWanted', 'district', 'ageBand', 'publishConsent'] as const;
const KEY = 'kotae-draft';
const KEPT_MS = 14 * 24 * 60 * 60_000;
const SAVE_AFTER_MS = 400;

interface Draft {
  readonly savedAt: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Keeps the draft while one types, and gives it back to an empty form with a word about it and a way to delete it. */
export function keepDraft(form: HTMLFormElement): void {
  const draft = read();
  if (draft !== null && isUntouched(form)) {
    restore(form, draft);
    form.prepend(restoredNotice(form));
  }
  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => save(form), SAVE_AFTER_MS);
  });
  window.addEventListener('pagehide', () => save(form));
}

export function clearDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser without storage has no draft either.
  }
}

function values(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  return Object.fromEntries(FIELDS.map((name) => [name, String(data.get(name) ?? '')]));
}

function save(form: HTMLFormElement): void {
  const typed = values(form);
  if (form.dataset['sent'] === undefined && typed['body'] === '' && typed['subject'] === '') return clearDraft();
  try {
    localStorage.setItem(KEY, JSON.stringify({ savedAt: Date.now(), values: typed }));
  } catch {
    // Full or forbidden storage: the form itself still has everything.
  }
}

function read(): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Draft | null;
    return draft !== null && Date.now() - draft.savedAt < KEPT_MS ? draft : null;
  } catch {
    return null;
  }
}

function isUntouched(form: HTMLFormElement): boolean {
  const typed = values(form);
  return typed['body'] === '' && typed['subject'] === '' && document.getElementById('error-summary') === null;
}

function restore(form: HTMLFormElement, draft: Draft): void {
  for (const name of FIELDS) {
    const value = draft.values[name];
    const control = form.elements.namedItem(name);
    if (value === undefined || control === null) continue;
    if (control instanceof RadioNodeList) {
      for (const radio of control) if (radio instanceof HTMLInputElement) radio.checked = radio.value === value;
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      control.value = value;
    }
  }
}

function restoredNotice(form: HTMLFormElement): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'p-draft';
  notice.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = '下書きを復元しました';
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'k-button k-button--tertiary k-button--small';
  remove.textContent = '下書きを消す';
  remove.addEventListener('click', () => {
    clearDraft();
    restore(form, { savedAt: 0, values: Object.fromEntries(FIELDS.map((name) => [name, ''])) });
    form.dispatchEvent(new Event('input', { bubbles: true }));
    form.querySelector<HTMLElement>('#body')?.dispatchEvent(new Event('input', { bubbles: true }));
    notice.remove();
    form.querySelector<HTMLElement>('#body')?.focus();
  });
  notice.append(words, remove);
  return notice;
}
