import { dayOf, japaneseDate } from '@kotae/kernel';
import type { DayString } from '@kotae/kernel';

const TOKYO_TIME = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `long` 令和8年11月20日（金）, `short` without the weekday, `compact` 11/20 for dense lists. */
export type DateFormat = 'long' | 'short' | 'compact';

export type DateTextProps = { format?: DateFormat } & (
  | { /** A civil date, `YYYY-MM-DD`. */ day: DayString; at?: never; time?: never }
  | {
      /** An instant, ISO 8601 or Date. */ at: Date | string;
      /** Adds 14時05分 (Asia/Tokyo). */ time?: boolean;
      day?: never;
    }
);

function clock(at: Date): string {
  const parts = Object.fromEntries(TOKYO_TIME.formatToParts(at).map((part) => [part.type, part.value]));
  return `${Number(parts.hour)}時${parts.minute}分`;
}

function dateWords(day: DayString, format: DateFormat): string {
  if (format !== 'compact') return japaneseDate(day, format);
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
}

/** A date in words with the machine's date beside it. */
export function DateText(props: DateTextProps) {
  const format = props.format ?? 'long';
  if (props.day !== undefined) {
    return (
      <time className="k-date" dateTime={props.day}>
        {dateWords(props.day, format)}
      </time>
    );
  }
  const at = typeof props.at === 'string' ? new Date(props.at) : props.at;
  return (
    <time className="k-date" dateTime={props.time ? at.toISOString() : dayOf(at)}>
      {dateWords(dayOf(at), format)}
      {props.time && ` ${clock(at)}`}
    </time>
  );
}
