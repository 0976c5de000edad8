import type { SubmissionVerdictView } from '@kotae/contracts';
import { Breadcrumbs, Button, Chip, DateText, EmptyState, Link } from '@kotae/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { SUBMISSION_WORDS } from './accuracy-words';
import { periodHref, periodOf, periodPairs, whichOf, type WhichSubmissions } from './address';
import { submissionVerdictsQuery } from './api';

/** The submissions behind a figure. */
export function AccuracySubmissionsScreen() {
  const [params] = useSearchParams();
  const [period, which] = [periodOf(params), whichOf(params)];
  const list = useInfiniteQuery(submissionVerdictsQuery({ ...periodPairs(period), which }));
  const words = SUBMISSION_WORDS[which];
  usePageTitle(words);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="k-stack">
      <Breadcrumbs items={[{ href: periodHref(period), label: '候補の当たり具合' }, { label: 'もとになった受付' }]} />
      <h1>{words}</h1>
      <Loaded query={list} label="受付を読み込んでいます">
        {() =>
          rows.length === 0 ? (
            <EmptyState title="あてはまる受付はありません" />
          ) : (
            <ul className="k-rows" aria-label={words}>
              {rows.map((row) => (
                <Row key={row.submissionId} row={row} which={which} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {list.hasNextPage && (
        <div className="d-more">
          <Button
            type="button"
            variant="secondary"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            もっと見る
          </Button>
        </div>
      )}
    </div>
  );
}

function Row({ row, which }: { row: SubmissionVerdictView; which: WhichSubmissions }) {
  return (
    <li className="k-row d-behind">
      <span className="d-row__when">
        <DateText day={row.decidedOn} format="short" />
      </span>
      <p className="k-row__title">
        <Link href={`/submissions/${row.submissionId}`}>{row.excerpt}</Link>
      </p>
      <div className="k-row__line">
        {which === 'urgent' ? (
          <Chip state="plain" tone={row.acknowledged ? 'success' : 'danger'}>
            {row.acknowledged ? '職員が確認済み' : '確認の記録なし'}
          </Chip>
        ) : (
          <span className="d-pair">
            <Chip state="suggested">{row.proposedCount}件</Chip>
            <span aria-hidden="true">→</span>
            <Chip state="decided" tone="accent">
              {row.decidedCount}件
            </Chip>
          </span>
        )}
        <span className="d-row__facts">{row.receiptNumber}</span>
      </div>
    </li>
  );
}
