/**
 * Sends the letter from the check page and puts the receipt in that page's place: going back then leads to the form. Browsers do
 * not keep the check page (it shows a letter and who wrote it), so that there would be nothing to go back to.
 */
export function sendInPlace(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || (event.submitter as HTMLButtonElement | null)?.value !== 'send') return;
    event.preventDefault();
    void send(form).then((receipt) => (receipt === null ? form.submit() : window.location.replace(receipt)));
  });
}

/** Where the receipt is; null for anything else, which the browser then asks for and shows itself: sending twice is sending once. */
async function send(form: HTMLFormElement): Promise<string | null> {
  try {
    const answer = await fetch('/letter/send', { method: 'POST', body: new FormData(form) });
    return answer.ok && answer.redirected ? answer.url : null;
  } catch {
    return null;
  }
}
