import { DateText, Link } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { STATE_WORDS } from '../../shared/words';
import { similarQuery } from './api';

/** Earlier letters that say something alike: what was decided and answered then. Silent when there are none. */
export function Similar({ id }: { id: string }) {
  const similar = useQuery(similarQuery(id));
  if (!similar.data || similar.data.length === 0) return null;
  return (
    <section className="d-side">
      <h2>似た声</h2>
      <ul className="d-similar">
        {similar.data.map((one) => (
          <li key={one.submissionId}>
            <Link href={`/submissions/${one.submissionId}`}>{one.receiptNumber}</Link>
            <span className="k-muted">
              {' '}
              <DateText day={one.receivedOn} format="short" />　{STATE_WORDS[one.state]}
            </span>
            <p className="d-similar__text">{one.excerpt}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
