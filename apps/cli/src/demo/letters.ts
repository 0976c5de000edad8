import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLabelledLetters, type LabelledLetter } from '@kotae/classification';
import { AGE_BANDS, addDays, daysBetween, type AgeBand, type DayString } from '@kotae/kernel';

/** A letter of data/letters.jsonl, with what the loader needs beside the labels. */
export interface DemoLetter extends LabelledLetter {
  readonly submitter: {
    readonly name: string | null;
    readonly age: string | null;
    readonly district: string | null;
    readonly wantsReply: boolean | null;
  };
}

export async function readDemoLetters(root: string): Promise<DemoLetter[]> {
  return parseLabelledLetters(await readFile(join(root, 'data/letters.jsonl'), 'utf8')) as DemoLetter[];
}

/** Letters with their days moved by whole weeks, so that the newest came within the last seven days; oldest first. */
export function shiftedTo(letters: readonly DemoLetter[], today: DayString): DemoLetter[] {
  const newest = letters.reduce((latest, { receivedOn }) => (receivedOn > latest ? receivedOn : latest), '');
  const days = Math.floor(daysBetween(newest, today) / 7) * 7;
  return letters
    .map((letter) => ({ ...letter, receivedOn: addDays(letter.receivedOn, days) }))
    .sort((a, b) => a.receivedOn.localeCompare(b.receivedOn) || a.id.localeCompare(b.id));
}

export function ageBandOf(letter: DemoLetter): AgeBand | null {
  return AGE_BANDS.find((band) => band === letter.submitter.age) ?? null;
}
