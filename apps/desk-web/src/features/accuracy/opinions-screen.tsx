import type { VerdictView } from '@kotae/contracts';
import { Breadcrumbs, Chip, EmptyState } from '@kotae/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { LetterRow } from '../../shared/letter-row';
import { usePageTitle } from '../../shared/page-title';
import { PagedList } from '../../shared/paged-list';
import { confidenceWords } from '../../shared/words';
import { cellWords } from './accuracy-words';
import { cellOf, cellPairs, periodHref, periodOf } from './address';
import { verdictsQuery } from './api';
import { useNames } from './use-names';

/** The opinions behind a figure: what was proposed, what was decided. */
export function AccuracyOpinionsScreen() {
  const [params] = useSearchParams();
  const [period, cell] = [periodOf(params), cellOf(params)];
  const list = useInfiniteQuery(verdictsQuery(cellPairs(period, cell)));
  const words = cellWords(cell, useNames());
  usePageTitle(words);
  return (
    <div className="k-stack">
      <Breadcrumbs items={[{ href: periodHref(period), label: '候補の当たり具合' }, { label: 'もとになった意見' }]} />
      <h1>{words}</h1>
      <p className="d-quiet">
        新しく決めた順です。点線の枠は候補とその確かさ、塗りつぶしは職員の決定です。
        {period.version !== null && `モデルの版：${period.version}`}
      </p>
      <PagedList query={list} label="意見を読み込んでいます" empty={<EmptyState title="あてはまる意見はありません" />}>
        {(rows) => (
          <ul className="k-rows" aria-label={words}>
            {rows.map((row) => (
              <Row key={row.opinionId} row={row} withSection={cell.label === 'section'} />
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}

function Row({ row, withSection }: { row: VerdictView; withSection: boolean }) {
  const names = useNames();
  return (
    <LetterRow on={row.decidedOn} submissionId={row.submissionId} excerpt={row.excerpt} facts={row.receiptNumber}>
      <Pair
        proposed={`${names.classOf(row.proposedClass)} ${confidenceWords(row.classConfidence)}`}
        decided={names.classOf(row.decidedClass)}
        same={row.proposedClass === row.decidedClass}
      />
      <Pair
        proposed={
          row.proposedTopic === null
            ? null
            : `${names.topicOf(row.proposedTopic)} ${confidenceWords(row.topicConfidence ?? 0)}`
        }
        decided={names.topicOf(row.decidedTopic)}
        same={row.proposedTopic === row.decidedTopic}
      />
      {withSection && (
        <Pair
          proposed={row.proposedSection === null ? null : names.sectionOf(row.proposedSection)}
          decided={names.sectionOf(row.decidedSection)}
          same={row.proposedSection === row.decidedSection}
        />
      )}
    </LetterRow>
  );
}

function Pair({ proposed, decided, same }: { proposed: string | null; decided: string; same: boolean }) {
  return (
    <span className="d-pair">
      {proposed !== null && <Chip state="suggested">{proposed}</Chip>}
      {same ? (
        <span className="k-small">そのまま採用</span>
      ) : (
        <>
          <span aria-hidden="true">→</span>
          <Chip state="decided" tone="accent">
            {decided}
          </Chip>
        </>
      )}
    </span>
  );
}
