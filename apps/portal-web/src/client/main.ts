import { offerCopy, offerPrint } from './copy';
import { countCharacters } from './count';
import { clearDraft, keepDraft } from './draft';
import { proveWork } from './prove';
import { sendInPlace } from './send-in-place';
import { showSimilar } from './similar';
import { readCodeFromAddress } from './status-code';
import { guardSubmits } from './submit-guard';
import { uploadAtOnce } from './uploads';

/** Comfort on top of pages that work without it. Runs once the document is parsed (`type=module`). */
const letter = document.querySelector<HTMLFormElement>('[data-letter-form]');
const check = document.querySelector<HTMLFormElement>('[data-check-form]');
const status = document.querySelector<HTMLFormElement>('[data-status-form]');

guardSubmits([letter, check, status].filter((form) => form !== null));
if (letter !== null) {
  keepDraft(letter);
  countCharacters(letter);
  uploadAtOnce(letter);
  showSimilar(letter);
}
if (check !== null) {
  sendInPlace(check);
  proveWork(check);
}
if (status !== null) readCodeFromAddress(status);
if (document.querySelector('[data-done]') !== null) clearDraft();
offerCopy();
offerPrint();
