import type { ClosingLook } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { Breadcrumbs, Button, EmptyState, Link, LinkButton, Notice, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiError } from '../../shared/api-error';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useMay } from '../../shared/session';
import { closingLookQuery } from './closing-api';
import { ClosingDialog } from './closing-dialog';
import { ClosingFigures } from './closing-figures';
import { ClosedRecord } from './closed-record';

/** One fiscal year of a plan: what closing it means and would freeze, or what was frozen. */
export function ClosingScreen() {
  const { planId = '', fiscalYear = '' } = useParams();
  const look = useQuery(closingLookQuery(planId, Number(fiscalYear)));
  usePageTitle('年度を締める');
  if (look.error instanceof ApiError && look.error.status === 422)
    return <NoSuchYear planId={planId} error={look.error} />;
  return (
    <Loaded query={look} label="年度の数を読み込んでいます">
      {(data) => <Closing look={data} />}
    </Loaded>
  );
}

/** A year that the plan does not have. */
function NoSuchYear({ planId, error }: { planId: string; error: ApiError }) {
  return (
    <EmptyState
      title="この年度は締められません"
      headingLevel={1}
      actions={
        <LinkButton href={`/plans/${planId}/closings`} variant="secondary">
          年度の締めへ
        </LinkButton>
      }
    >
      {error.fields[0]?.message ?? error.message}
    </EmptyState>
  );
}

function Closing({ look }: { look: ClosingLook }) {
  const { planId, planName, fiscalYear, closed, figures } = look;
  const year = fiscalYearLabel(fiscalYear);
  return (
    <div className="k-stack k-stack--large">
      <div className="k-stack k-stack--small">
        <Breadcrumbs
          items={[
            { href: `/plans/${planId}?fiscalYear=${fiscalYear}`, label: planName },
            { href: `/plans/${planId}/closings`, label: '年度の締め' },
            { label: year },
          ]}
        />
        <PageHeader title={closed ? `${year}は締めてあります` : `${year}を締める`} />
      </div>
      {closed ? <ClosedRecord closing={closed} /> : <BeforeClosing look={look} />}
      <ClosingFigures
        caption={closed ? `締めた時の数（${figures.length}の指標）` : `締めると残る数（${figures.length}の指標）`}
        figures={figures}
        fiscalYear={fiscalYear}
      />
      {!closed && look.over && look.outOfOrder === null && <CloseNow look={look} />}
    </div>
  );
}

function BeforeClosing({ look }: { look: ClosingLook }) {
  const year = fiscalYearLabel(look.fiscalYear);
  if (!look.over)
    return (
      <Notice kind="info" title={`${year}はまだ終わっていません`}>
        <p>年度が終わる3月31日を過ぎると締められます。下は、いまの時点の数です。</p>
      </Notice>
    );
  if (look.outOfOrder !== null)
    return (
      <Notice kind="warning" title={`${year}は、いまは締められません`}>
        <p>{look.outOfOrder}</p>
        <p>
          <Link href={`/plans/${look.planId}/closings`}>年度の締めへ</Link>
        </p>
      </Notice>
    );
  const without = look.figures.filter((figure) => figure.value === null);
  return (
    <>
      <section className="k-stack k-stack--small d-closing-words">
        <h2>締めるとどうなりますか</h2>
        <ul>
          <li>下の表の数と、数のもとになった意見の一覧、数え方、目標、達成の見方を、そのまま書き留めます。</li>
          <li>締めた数は、あとで分類や対応を直しても、数え方を変えても、変わりません。取り消しもできません。</li>
          <li>
            締めた後に意見を直すこともできます。そのときは「締めた時」と「現在」の両方の数と、違いになった意見を見せます。
          </li>
        </ul>
      </section>
      {look.unsorted === 0 && without.length === 0 ? (
        <Notice kind="success" title="残っている仕事はありません">
          <p>{year}に届いた手紙はすべて振り分けられ、どの指標にも値があります。</p>
        </Notice>
      ) : (
        <Notice kind="warning" title="まだ残っている仕事があります">
          <ul>
            {look.unsorted > 0 && (
              <li>
                {year}に届いた手紙のうち、振り分けていないものが<strong>{look.unsorted}通</strong>
                あります。先に振り分けると、数に入ります。
              </li>
            )}
            {without.length > 0 && (
              <li>
                値のない指標が<strong>{without.length}</strong>
                あります（{without.map((figure) => `「${figure.name}」`).join('')}
                ）。このまま締めると「値なし」で残ります。
              </li>
            )}
          </ul>
        </Notice>
      )}
    </>
  );
}

function CloseNow({ look }: { look: ClosingLook }) {
  const mayClose = useMay('indicator.close');
  const [asking, setAsking] = useState(false);
  if (!mayClose) return <p className="d-quiet">締めるのは、広報広聴担当または管理職です。</p>;
  return (
    <div>
      <Button type="button" onClick={() => setAsking(true)}>
        {fiscalYearLabel(look.fiscalYear)}を締める
      </Button>
      {asking && <ClosingDialog look={look} onClose={() => setAsking(false)} />}
    </div>
  );
}
