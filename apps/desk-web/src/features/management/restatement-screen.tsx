import type { CountedStateView, RestatedOpinion, RestatedOpinions } from '@kotae/contracts';
import { OUTCOME_LABELS, fiscalYearLabel, fiscalYearOf } from '@kotae/kernel';
import { Breadcrumbs, Chip, DateText, EmptyState, Link, Notice } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { restatedQuery } from './closing-api';
import { amount } from './figures';
import { valueWords } from './restatement-mark';

const CHANGES = {
  added: { label: '増えた', tone: 'success' },
  removed: { label: '減った', tone: 'warning' },
  changed: { label: '中身が変わった', tone: 'neutral' },
} as const;

/** A closed number then and now, and every opinion that makes the difference. */
export function RestatementScreen() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { today } = useReference();
  const fiscalYear = Number(params.get('fiscalYear')) || fiscalYearOf(today) - 1;
  const restated = useQuery(restatedQuery(id, fiscalYear));
  usePageTitle('修正再表示');
  return (
    <Loaded query={restated} label="締めた時といまを比べています">
      {(data) => <Restatement restated={data} />}
    </Loaded>
  );
}

function Restatement({ restated }: { restated: RestatedOpinions }) {
  const { number, planId, planName, items, added, removed, changed } = restated;
  const year = fiscalYearLabel(number.fiscalYear);
  const all = added + removed + changed;
  return (
    <div className="k-stack k-stack--large">
      <div className="k-stack k-stack--small">
        <Breadcrumbs
          items={[
            { href: `/plans/${planId}?fiscalYear=${number.fiscalYear}`, label: planName },
            { href: `/indicators/${number.indicatorId}?fiscalYear=${number.fiscalYear}`, label: number.name },
            { label: '修正再表示' },
          ]}
        />
        <h1>
          {number.name}　{year}の修正再表示
        </h1>
      </div>
      <div className="d-then-now">
        <div className="d-then-now__side">
          <p>締めた時</p>
          <p className="d-then-now__value k-numbers">{valueWords(number.then, number.unit)}</p>
          <p className="d-quiet">
            <DateText at={number.closedAt} format="short" />　{number.closedBy}
          </p>
        </div>
        <div className="d-then-now__side">
          <p>現在</p>
          <p className="d-then-now__value k-numbers">{valueWords(number.now, number.unit)}</p>
          <p className="d-quiet">{differenceWords(number.difference, number.unit)}</p>
        </div>
      </div>
      <p>
        増えた意見 <strong>{added}</strong>、減った意見 <strong>{removed}</strong>、数は同じで中身が変わった意見{' '}
        <strong>{changed}</strong>。数え方：{restated.sentence}
      </p>
      {number.otherwise && (
        <Notice kind="info" title="締めた後に、数え方が変わりました">
          <p>
            ここでは締めた時の数え方で比べています。いまの数え方では、{year}は
            {valueWords(number.otherwise.value, number.unit)}です。
            <Link href={`/indicators/${number.indicatorId}/definition`}>数え方の変更を見る</Link>
          </p>
        </Notice>
      )}
      {all === 0 ? (
        <EmptyState title="違いになった意見はありません">締めた時と同じ意見が、同じ中身で数えられています。</EmptyState>
      ) : (
        <ul className="k-rows" aria-label="違いになった意見">
          {items.map((item) => (
            <Item key={item.opinionId} item={item} />
          ))}
        </ul>
      )}
      {items.length < all && (
        <p className="d-quiet">
          {all.toLocaleString('ja-JP')}件のうち{items.length}件を見せています。
        </p>
      )}
    </div>
  );
}

function Item({ item }: { item: RestatedOpinion }) {
  const change = CHANGES[item.change];
  return (
    <li className="k-row d-restated-row">
      <div>
        <Chip state="plain" tone={change.tone}>
          {change.label}
        </Chip>
      </div>
      <div className="k-stack k-stack--small">
        <p className="k-row__title">
          <Link href={`/submissions/${item.submissionId}`}>{item.excerpt}</Link>
          <span className="d-row__facts">　{item.receiptNumber}</span>
        </p>
        <dl className="d-then-now-states">
          <div>
            <dt>締めた時</dt>
            <dd>
              <State state={item.then} />
            </dd>
          </div>
          <div>
            <dt>現在</dt>
            <dd>
              <State state={item.now} />
            </dd>
          </div>
        </dl>
        {item.why.length > 0 && (
          <ul className="d-plain-list d-quiet" aria-label="締めた後の決定">
            {item.why.map((step) => (
              <li key={`${step.at} ${step.words.join()}`}>
                <DateText at={step.at} format="short" />　{step.actorName}　{step.words.join('、')}
                {step.reason && `（理由：${step.reason}）`}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function State({ state }: { state: CountedStateView | null }) {
  const { classes } = useReference();
  if (state === null) return <>この指標では数えない</>;
  const name = classes.find(({ code }) => code === state.class)?.name;
  return (
    <>
      {[name, state.outcome && `「${OUTCOME_LABELS[state.outcome]}」`, state.topicName, state.sectionName]
        .filter(Boolean)
        .join('・')}
      {'　'}
      <DateText day={state.countedOn} format="short" />
    </>
  );
}

function differenceWords(difference: number | null, unit: string): string {
  if (difference === null) return '差は計算できません';
  if (difference === 0) return '締めた時と同じ数です';
  return `締めた時より${amount(Math.abs(difference), unit)}${difference > 0 ? '多い' : '少ない'}`;
}
