import type { UrgencyVerdictView } from '@kotae/contracts';
import { URGENCY_LABELS } from '@kotae/kernel';
import { Breadcrumbs, Chip, EmptyState } from '@kotae/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { LetterRow } from '../../shared/letter-row';
import { usePageTitle } from '../../shared/page-title';
import { PagedList } from '../../shared/paged-list';
import { urgencyWords } from './accuracy-words';
import { periodHref, periodOf, urgencyOf, urgencyPairs } from './address';
import { urgencyVerdictsQuery } from './api';

/** The submissions behind a figure about urgency. */
export function AccuracyUrgencyScreen() {
  const [params] = useSearchParams();
  const [period, asked] = [periodOf(params), urgencyOf(params)];
  const list = useInfiniteQuery(urgencyVerdictsQuery(urgencyPairs(period, asked)));
  const words = urgencyWords(asked);
  usePageTitle(words);
  return (
    <div className="k-stack">
      <Breadcrumbs items={[{ href: periodHref(period), label: '候補の当たり具合' }, { label: 'もとになった受付' }]} />
      <h1>{words}</h1>
      <PagedList query={list} label="受付を読み込んでいます" empty={<EmptyState title="あてはまる受付はありません" />}>
        {(rows) => (
          <ul className="k-rows" aria-label={words}>
            {rows.map((row) => (
              <Row key={row.submissionId} row={row} />
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}

function Row({ row }: { row: UrgencyVerdictView }) {
  return (
    <LetterRow on={row.decidedOn} submissionId={row.submissionId} excerpt={row.excerpt} facts={row.receiptNumber}>
      <span className="d-pair">
        <Chip state="suggested">{row.proposed === null ? '緊急の知らせなし' : URGENCY_LABELS[row.proposed]}</Chip>
        <span aria-hidden="true">→</span>
        {row.fate === 'undecided' ? (
          <Chip state="plain" tone="warning">
            まだ決めていません
          </Chip>
        ) : (
          <Chip state="decided" tone={row.decided === null ? 'neutral' : 'danger'}>
            {row.decided === null ? '緊急ではない' : `緊急：${URGENCY_LABELS[row.decided]}`}
          </Chip>
        )}
      </span>
    </LetterRow>
  );
}
