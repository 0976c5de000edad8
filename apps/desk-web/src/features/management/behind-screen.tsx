import type { OpinionBehind, OpinionsBehind } from '@kotae/contracts';
import { OUTCOME_LABELS, fiscalYearLabel, fiscalYearOf } from '@kotae/kernel';
import { Breadcrumbs, Chip, EmptyState, MoreRows } from '@kotae/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useClassNames } from '../../shared/class-names';
import { LetterRow } from '../../shared/letter-row';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { indicatorQuery, opinionsBehindQuery } from './api';
import type { Behind } from './behind';
import { behindOf, fileHref } from './behind';
import { DownloadLink } from './download-link';
import { monthName } from './figures';

/** The opinions behind a number: exactly as many as the number says, or it says what else is in it. */
export function BehindScreen() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { today } = useReference();
  const behind = behindOf(params, fiscalYearOf(today));
  const indicator = useQuery(indicatorQuery(id, behind.fiscalYear));
  const list = useInfiniteQuery(opinionsBehindQuery(id, behind));
  usePageTitle('数字のもとになった意見');
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const unlisted = list.data?.pages[0]?.unlisted ?? [];
  const number = unlisted.reduce((sum, { value }) => sum + value, total);
  const name = indicator.data?.name ?? '指標';
  return (
    <div className="k-stack">
      <Breadcrumbs
        items={[
          ...(indicator.data
            ? [
                {
                  href: `/plans/${indicator.data.planId}?fiscalYear=${behind.fiscalYear}`,
                  label: indicator.data.planName,
                },
              ]
            : []),
          { href: `/indicators/${id}?fiscalYear=${behind.fiscalYear}`, label: name },
          { label: 'もとになった意見' },
        ]}
      />
      <Loaded query={list} label="意見を読み込んでいます">
        {() => (
          <>
            <h1>
              {name}　{scopeWords(behind)}の<strong className="k-numbers">{number.toLocaleString('ja-JP')}件</strong>
            </h1>
            <Unlisted years={unlisted} />
            {rows.length > 0 && (
              <div className="k-no-print">
                <DownloadLink href={fileHref(id, behind)}>この一覧を取り出す（CSV）</DownloadLink>
              </div>
            )}
            {rows.length === 0 ? (
              <EmptyState title="数えた意見はありません">
                {unlisted.length === 0 ? 'この期間の値は0件です。' : 'この期間に数えた意見は0件です。'}
              </EmptyState>
            ) : (
              <ul className="k-rows" aria-label="もとになった意見">
                {rows.map((row) => (
                  <Row key={`${row.opinionId} ${row.countedOn}`} row={row} />
                ))}
              </ul>
            )}
            <MoreRows
              more={list.hasNextPage}
              busy={list.isFetchingNextPage}
              failed={list.isFetchNextPageError}
              onMore={() => void list.fetchNextPage()}
            >
              <p className="d-quiet">
                {total.toLocaleString('ja-JP')}件のうち{rows.length.toLocaleString('ja-JP')}件
              </p>
            </MoreRows>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Years in the number that no opinions are listed for. */
function Unlisted({ years }: { years: OpinionsBehind['unlisted'] }) {
  return years.map(({ fiscalYear, value, sourceText }) => (
    <p key={fiscalYear}>
      うち{value.toLocaleString('ja-JP')}件は、意見から数える前の年度（{fiscalYearLabel(fiscalYear)}）の値です
      {sourceText !== null && `（出典：${sourceText}）`}。一覧には入っていません。
    </p>
  ));
}

function Row({ row }: { row: OpinionBehind }) {
  const classes = useClassNames();
  return (
    <LetterRow
      on={row.countedOn}
      submissionId={row.submissionId}
      excerpt={row.excerpt}
      facts={`${row.topicName}　${row.sectionName}　${row.receiptNumber}`}
    >
      <Chip state="decided" tone="accent">
        {classes.name(row.class)}
      </Chip>
      {row.outcome && (
        <Chip state="plain" tone={row.outcome === 'implemented' ? 'success' : 'neutral'}>
          {OUTCOME_LABELS[row.outcome]}
        </Chip>
      )}
    </LetterRow>
  );
}

function scopeWords(behind: Behind): string {
  const year = fiscalYearLabel(behind.fiscalYear);
  if (behind.scope === 'month' && behind.month) return `${year} ${monthName(behind.month)}`;
  return behind.scope === 'year' ? year : `${year}までの値`;
}
