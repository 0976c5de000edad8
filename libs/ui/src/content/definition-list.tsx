import type { ReactNode } from 'react';

export interface Definition {
  term: string;
  detail: ReactNode;
  /** e.g. the link 「書き直す」 on a check page. */
  action?: ReactNode;
}

export interface DefinitionListProps {
  items: readonly Definition[];
  /** `rows` with lines between; `dense` for the desk's side panels. */
  look?: 'rows' | 'dense';
}

/** Terms and what they are: a check page, the facts of a case. */
export function DefinitionList({ items, look = 'rows' }: DefinitionListProps) {
  return (
    <dl className={`k-dl k-dl--${look}`}>
      {items.map((item) => (
        <div key={item.term} className="k-dl__row">
          <dt>{item.term}</dt>
          <dd>{item.detail}</dd>
          {item.action && <dd className="k-dl__action">{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
