import { useEffect, useRef } from 'react';
import { Heading } from '../heading';
import { Icon } from '../icons';
import type { HeadingLevel } from '../types';

export interface FieldErrorItem {
  /** `id` of the field it belongs to; without it the line is plain text (e.g. the form has expired). */
  fieldId?: string | undefined;
  message: string;
}

export interface ErrorSummaryProps {
  errors: readonly FieldErrorItem[];
  title?: string;
  id?: string;
  headingLevel?: HeadingLevel;
}

/**
 * What keeps the form from going on, at the top of the page, each line a link to its field.
 * Takes the focus when it appears: by `autofocus` in a page from the server, by script in a single-page web.
 * Renders nothing when there are no errors.
 */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { errors, id = 'error-summary', headingLevel = 2 } = props;
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div
      ref={box}
      id={id}
      className="k-error-summary"
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby={`${id}-title`}
    >
      <Heading level={headingLevel} id={`${id}-title`} className="k-error-summary__title">
        <Icon name="error" />
        {props.title ?? `${count}つの項目を確かめてください`}
      </Heading>
      <ul className="k-error-summary__list">
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ''} ${error.message}`}>
            {error.fieldId ? <a href={`#${error.fieldId}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
