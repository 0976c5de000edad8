import { unseenIfBefore } from '@kotae/casework';
import { today, type Clock, type DayString } from '@kotae/kernel';
import { unseenMail, type Mailer } from '@kotae/mail';
import { OperationsReader, readCitySettings } from '@kotae/persistence';
import { receiptNumber } from '@kotae/submission';
import type { DataSource } from 'typeorm';
import { namedId } from './named-id';

/** Letters that the mail names; the rest is a number. */
const NAMED = 20;

/**
 * Rings once a day when a letter has stayed unseen for a whole open day. The ring is an event with an id made from the
 * day, so two workers ring once, and the mail is retried like every other.
 * @returns how many letters wait when it rang now, otherwise null.
 */
export async function noticeUnseen(source: DataSource, clock: Clock): Promise<number | null> {
  const { extraHolidays } = await readCitySettings(source);
  const day = today(clock);
  const before = unseenIfBefore(day, new Set(extraHolidays));
  if (before === null) return null;
  const { total } = await new OperationsReader(source).unseenBefore(before, 1);
  if (total === 0) return null;
  const rung: unknown[] = await source.query(
    `insert into outbox (id, name, payload, created_at) values ($1, 'UnseenNoticed', $2, now())
     on conflict (id) do nothing returning id`,
    [namedId(`kotae unseen ${day}`), { day }],
  );
  return rung.length > 0 ? total : null;
}

/** Mails the desk what still waits; nothing when everything was opened in the meantime. */
export async function mailUnseen(source: DataSource, mailer: Mailer, day: DayString, messageId: string): Promise<void> {
  const city = await readCitySettings(source);
  const before = unseenIfBefore(day, new Set(city.extraHolidays));
  if (before === null) return;
  const { letters, total } = await new OperationsReader(source).unseenBefore(before, NAMED);
  if (total === 0) return;
  await mailer.send({
    to: city.deskEmail,
    messageId,
    ...unseenMail({
      cityName: city.name,
      total,
      inboxUrl: city.deskUrl,
      letters: letters.map((letter) => ({
        receiptNumber: receiptNumber(letter.fiscalYear, letter.receiptSerial),
        url: `${city.deskUrl}/submissions/${letter.submissionId}`,
      })),
    }),
  });
}
