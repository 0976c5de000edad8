/** 「照会コードをコピー」 */
export function offerCopy(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const source = document.getElementById(button.dataset['copy'] ?? '');
    if (source === null) continue;
    button.addEventListener('click', () => void copy(source));
  }
}

export function offerPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.addEventListener('click', () => window.print());
  }
}

async function copy(source: HTMLElement): Promise<void> {
  const status = document.querySelector('[data-copy-status]');
  let copied = false;
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    copied = true;
  } catch {
    // Without a secure connection there is no clipboard for scripts: the code is selected, ready to be copied by hand.
    getSelection()?.selectAllChildren(source);
  }
  if (status !== null) status.textContent = copied ? 'コピーしました' : 'コードを選びました。コピーしてください。';
}
