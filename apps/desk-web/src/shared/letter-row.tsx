import { DateText, Link } from '@kotae/ui';
import type { ReactNode } from 'react';

/** One letter behind a figure: when, what it says, what was made of it. */
export function LetterRow(props: {
  on: string;
  submissionId: string;
  excerpt: string;
  /** Receipt number and what else names it. */
  facts: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="k-row d-behind">
      <span className="d-row__when">
        <DateText day={props.on} format="short" />
      </span>
      <p className="k-row__title">
        <Link href={`/submissions/${props.submissionId}`}>{props.excerpt}</Link>
      </p>
      <div className="k-row__line">
        {props.children}
        <span className="d-row__facts">{props.facts}</span>
      </div>
    </li>
  );
}
