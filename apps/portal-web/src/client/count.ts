const NUMBER = new Intl.NumberFormat('ja-JP');

/** Counts as the server does: by code points, so that 𠮷 is one. */
export function countCharacters(form: HTMLFormElement): void {
  for (const counter of form.querySelectorAll<HTMLElement>('[data-count-for]')) {
    const control = form.querySelector<HTMLTextAreaElement>(`#${counter.dataset['countFor']}`);
    const now = counter.querySelector<HTMLElement>('[data-count-now]');
    const max = Number(counter.dataset['countMax']);
    if (control === null || now === null) continue;
    const show = () => {
      const length = [...control.value.replaceAll('\r\n', '\n')].length;
      now.textContent = `${NUMBER.format(length)}字 / `;
      counter.classList.toggle('k-count--over', length > max);
      counter.querySelector('strong')?.remove();
      if (length > max) {
        const over = document.createElement('strong');
        over.textContent = `（${NUMBER.format(length - max)}字多いです）`;
        counter.append(over);
      }
    };
    control.addEventListener('input', show);
    show();
  }
}
