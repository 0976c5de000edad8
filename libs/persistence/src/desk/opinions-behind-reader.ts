import {
  classNamesOf,
  type Channel,
  type CityClasses,
  type DayString,
  type OpinionClass,
  type Outcome,
} from '@kotae/kernel';
import { receiptNumber } from '@kotae/submission';
import type { DataSource } from 'typeorm';

/** What is shown of an opinion behind a number. `text` is the resident's: mask it for who may not read it. */
export interface OpinionShown {
  readonly opinionId: string;
  readonly submissionId: string;
  readonly receiptNumber: string;
  readonly ordinal: number;
  readonly receivedOn: DayString;
  readonly channel: Channel;
  readonly district: string | null;
  readonly class: OpinionClass;
  /** As the city calls it. */
  readonly className: string;
  readonly outcome: Outcome | null;
  readonly topicName: string;
  readonly sectionName: string;
  readonly text: string;
  /** Personal information that the machine found in the whole submission, as places in `text`. */
  readonly pii: readonly { readonly start: number; readonly end: number }[];
}

type Row = Omit<OpinionShown, 'receiptNumber' | 'className'> & {
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly startAt: number;
  readonly cityClasses: CityClasses | null;
};

/** These opinions by id, in one statement. */
export async function readOpinionsShown(
  source: DataSource,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpinionShown>> {
  const rows: Row[] = await source.query(
    `select o.id as "opinionId", o.submission_id as "submissionId", s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial",
            o.ordinal, o.received_on as "receivedOn", o.channel, o.district, o.class, o.outcome, t.name as "topicName",
            c.name as "sectionName", o.text,
            o.start_at as "startAt", coalesce(g.content->'pii', '[]') as pii,
            (select settings->'classes' from city where id = 1) as "cityClasses"
     from opinion o join submission s on s.id = o.submission_id join topic t on t.code = o.topic join section c on c.id = o.section_id
       left join suggestion g on g.submission_id = s.id
     where o.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ fiscalYear, receiptSerial, startAt, pii, cityClasses, ...row }) => [
      row.opinionId,
      {
        ...row,
        className: classNamesOf(cityClasses ?? undefined)[row.class],
        receiptNumber: receiptNumber(fiscalYear, receiptSerial),
        pii: pii.map(({ start, end }) => ({ start: start - startAt, end: end - startAt })),
      },
    ]),
  );
}
