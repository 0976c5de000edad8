import type { Problem, UploadAccepted } from '@kotae/contracts';
import { ATTACHMENT_TYPES, LIMITS } from '@kotae/kernel';
import { fileSize } from '../parts/letter-labels';

/** Sends each file when it is chosen, with its progress, so that nothing is left to send with the form. */
export function uploadAtOnce(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLElement>('[data-attachments]');
  const list = box?.querySelector<HTMLElement>('[data-files]') ?? null;
  const picker = box?.querySelector<HTMLElement>('[data-files-picker]') ?? null;
  const input = box?.querySelector<HTMLInputElement>('input[type=file]') ?? null;
  const status = box?.querySelector<HTMLElement>('[data-files-status]') ?? null;
  if (list === null || picker === null || input === null || status === null) return;
  // A script that did not arrive leaves the button that does it by hand.
  box?.querySelector('[data-files-by-hand]')?.remove();
  let running = 0;
  let submitAfter: HTMLElement | null = null;

  // What was refused stays readable while the other files go on.
  let refusals: string[] = [];
  const say = (words: string) => (status.textContent = [...refusals, words].join(' '));
  const refresh = () => {
    list.hidden = list.children.length === 0;
    picker.toggleAttribute('data-full', list.children.length >= LIMITS.attachments);
  };

  const start = async (file: File) => {
    const row = fileRow(file.name);
    list.append(row.item);
    refresh();
    running += 1;
    try {
      const accepted = await send(file, row.progress);
      finishRow(row.item, accepted, () => {
        void remove(accepted);
        row.item.remove();
        refresh();
        say(`${accepted.fileName}を外しました。`);
        input.focus();
      });
      say(`${accepted.fileName}を添付しました。`);
    } catch (error) {
      row.item.remove();
      refusals.push(`「${file.name}」: ${error instanceof Error ? error.message : '添付できませんでした。'}`);
      say('');
    } finally {
      running -= 1;
      refresh();
      if (running === 0 && submitAfter !== null) form.requestSubmit(submitAfter);
    }
  };

  input.addEventListener('change', () => {
    const left = LIMITS.attachments - list.children.length;
    const files = [...(input.files ?? [])];
    input.value = '';
    submitAfter = null;
    refusals = files.length > left ? [`添付できるファイルは${LIMITS.attachments}つまでです。`] : [];
    say('');
    files.slice(0, left).forEach((file) => void start(file));
  });
  form.addEventListener(
    'submit',
    (event) => {
      if (running === 0) return;
      event.preventDefault();
      submitAfter = event.submitter;
      say('ファイルを送っています。終わると次へ進みます。');
    },
    { capture: true },
  );
}

function fileRow(name: string): { item: HTMLLIElement; progress: HTMLProgressElement } {
  const item = document.createElement('li');
  item.className = 'p-file';
  const words = document.createElement('span');
  words.className = 'p-file__name';
  words.textContent = name;
  const progress = document.createElement('progress');
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute('aria-label', `${name}を送っています`);
  item.append(words, progress);
  return { item, progress };
}

function finishRow(item: HTMLLIElement, file: UploadAccepted, onRemove: () => void): void {
  const hidden = document.createElement('input');
  hidden.type = 'hidden';
  hidden.name = 'attachment';
  hidden.value = `${file.id}.${file.key}`;
  const words = document.createElement('span');
  words.className = 'p-file__name';
  words.textContent = `${file.fileName} ${fileSize(file.byteSize)}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'k-button k-button--tertiary k-button--small';
  button.textContent = '外す';
  button.setAttribute('aria-label', `外す（${file.fileName}）`);
  button.addEventListener('click', onRemove);
  item.replaceChildren(hidden, words, button);
}

function send(file: File, progress: HTMLProgressElement): Promise<UploadAccepted> {
  if (file.size > LIMITS.attachmentBytes) return Promise.reject(new Error('1つのファイルは10MBまでです。'));
  if (file.type !== '' && !ATTACHMENT_TYPES.some((type) => type === file.type)) {
    return Promise.reject(new Error('写真（JPEG・PNG・WebP）かPDFを選んでください。'));
  }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/attachments');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress.value = event.loaded / event.total;
    });
    request.addEventListener('load', () => {
      if (request.status === 201) return resolve(request.response as UploadAccepted);
      reject(new Error((request.response as Problem | null)?.title ?? '添付できませんでした。'));
    });
    request.addEventListener('error', () => reject(new Error('つながりませんでした。もう一度お試しください。')));
    const data = new FormData();
    data.append('file', file, file.name);
    request.send(data);
  });
}

/** What cannot be removed now is swept away after a day. */
async function remove(file: UploadAccepted): Promise<void> {
  await fetch(`/api/v1/attachments/${file.id}`, {
    method: 'DELETE',
    headers: { 'Kotae-Upload-Key': file.key },
  }).catch(() => undefined);
}
