import type { SimilarAnswer } from '@kotae/contracts';

const ASK_AFTER_MS = 900;
const ENOUGH_CHARACTERS = 15;

/** Shows published answers to similar voices while one writes. The text goes in a body, never in an address. */
export function showSimilar(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLElement>('[data-similar]');
  const body = form.querySelector<HTMLTextAreaElement>('#body');
  if (box === null || body === null) return;
  let timer = 0;
  let asked = '';
  const ask = async () => {
    const text = body.value.trim();
    if (text === asked) return;
    asked = text;
    const found = [...text].length < ENOUGH_CHARACTERS ? [] : await similarTo(text);
    if (asked === text) draw(box, found);
  };
  body.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask().catch(() => undefined), ASK_AFTER_MS);
  });
}

async function similarTo(text: string): Promise<SimilarAnswer[]> {
  const response = await fetch('/api/v1/public-answers/similar', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: [...text].slice(0, 600).join('') }),
  });
  return response.ok ? ((await response.json()) as SimilarAnswer[]) : [];
}

function draw(box: HTMLElement, found: readonly SimilarAnswer[]): void {
  box.replaceChildren();
  box.hidden = found.length === 0;
  if (found.length === 0) return;
  const words = document.createElement('p');
  words.textContent = '似た声への市の回答があります（新しいタブで開きます）';
  const list = document.createElement('ul');
  list.className = 'p-links';
  for (const answer of found) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `/voices/${encodeURIComponent(answer.id)}`;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = answer.title;
    item.append(link);
    list.append(item);
  }
  box.append(words, list);
}
