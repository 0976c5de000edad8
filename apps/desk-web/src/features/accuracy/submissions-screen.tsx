import { Breadcrumbs, Chip, EmptyState } from '@kotae/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { LetterRow } from '../../shared/letter-row';
import { usePageTitle } from '../../shared/page-title';
import { PagedList } from '../../shared/paged-list';
import { SUBMISSION_WORDS } from './accuracy-words';
import { periodHref, periodOf, periodPairs, whichOf } from './address';
import { submissionVerdictsQuery } from './api';

/** The submissions behind a figure. */
export function AccuracySubmissionsScreen() {
  const [params] = useSearchParams();
  const [period, which] = [periodOf(params), whichOf(params)];
  const list = useInfiniteQuery(submissionVerdictsQuery({ ...periodPairs(period), which }));
  const words = SUBMISSION_WORDS[which];
  usePageTitle(words);
  return (
    <div className="k-stack">
      <Breadcrumbs items={[{ href: periodHref(period), label: '候補の当たり具合' }, { label: 'もとになった受付' }]} />
      <h1>{words}</h1>
      <PagedList query={list} label="受付を読み込んでいます" empty={<EmptyState title="あてはまる受付はありません" />}>
        {(rows) => (
          <ul className="k-rows" aria-label={words}>
            {rows.map(({ submissionId, decidedOn, excerpt, receiptNumber, proposedCount, decidedCount }) => (
              <LetterRow
                key={submissionId}
                on={decidedOn}
                submissionId={submissionId}
                excerpt={excerpt}
                facts={receiptNumber}
              >
                <span className="d-pair">
                  <Chip state="suggested">{proposedCount}件</Chip>
                  <span aria-hidden="true">→</span>
                  <Chip state="decided" tone="accent">
                    {decidedCount}件
                  </Chip>
                </span>
              </LetterRow>
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}
