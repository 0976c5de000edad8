import { ACCURACY_MONTHS, type AccuracyView } from '@kotae/contracts';
import { DateText, EmptyState, Link, PageHeader, Select } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { accuracyQuery } from './api';
import { periodOf, periodPairs, type Period } from './address';
import { ClassTable } from './class-table';
import { Calibration, MonthlyCourse } from './courses';
import { HowToRead } from './how-to-read';
import { MarksSection } from './marks-section';
import { SummaryFigures } from './summary-figures';
import { TopicTable } from './topic-table';
import { UrgencySection } from './urgency-section';
import { VoicesSection } from './voices-section';

/** 候補の当たり具合: how often people took what the machine suggested as it was. */
export function AccuracyScreen() {
  usePageTitle('候補の当たり具合');
  const [params, setParams] = useSearchParams();
  const period = periodOf(params);
  const figures = useQuery(accuracyQuery(period.months, period.version));
  return (
    <div className="k-stack k-stack--large">
      <PageHeader
        title="候補の当たり具合"
        lead="職員が最初に決めたとき、その場に出ていた候補がそのまま採用された割合です。あとから決め直したことや、あとから出た候補では変わりません。"
        actions={
          <div className="d-plan__choices k-no-print">
            <Select
              id="months"
              name="months"
              label="期間"
              badge="none"
              width="short"
              value={String(period.months)}
              options={ACCURACY_MONTHS.map((months) => ({ value: String(months), label: `${months}か月` }))}
              onChange={(event) =>
                setParams(periodPairs({ ...period, months: monthsFrom(event.currentTarget.value, period) }))
              }
            />
            <Select
              id="version"
              name="version"
              label="モデルの版"
              badge="none"
              value={period.version ?? ''}
              options={versionOptions(figures.data, period)}
              onChange={(event) => setParams(periodPairs({ ...period, version: event.currentTarget.value || null }))}
            />
          </div>
        }
      />
      <Loaded query={figures} label="候補の当たり具合を読み込んでいます">
        {(view) => (
          <>
            {view.opinionCount.count === 0 ? <Nothing view={view} /> : <Figures view={view} period={period} />}
            <UrgencySection view={view} period={period} />
            <MarksSection view={view} />
            {view.opinionCount.count > 0 && <HowToRead />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Figures({ view, period }: { view: AccuracyView; period: Period }) {
  return (
    <>
      <p className="d-quiet">
        <DateText day={view.firstDay} format="short" />
        から
        <DateText day={view.lastDay} format="short" />
        までに決めたもの
      </p>
      <SummaryFigures view={view} period={period} />
      <ClassTable view={view} period={period} />
      <MonthlyCourse view={view} period={period} />
      <section className="k-stack">
        <h2>表示した確かさは信じられるか</h2>
        <p>
          「80%」と表示した候補が8割ほど採用されていれば、表示は信じられます。線が離れている帯は、表示が大きすぎるか小さすぎます。
        </p>
        <Calibration title="分類の確かさ" label="class" bands={view.classBands} period={period} />
        <Calibration title="分野の確かさ" label="topic" bands={view.topicBands} period={period} />
      </section>
      <TopicTable view={view} period={period} />
      <VoicesSection voices={view.voices} />
    </>
  );
}

function Nothing({ view }: { view: AccuracyView }) {
  return (
    <EmptyState title="まだ判断の記録がありません">
      <p>
        この期間に、候補を見て職員が振り分けを決めた声はありません
        {view.version !== null && '（この版の候補では）'}
        。候補が出ている声を振り分けると、その場で出ていた候補と比べて、ここに数字が現れます。
      </p>
      <p>
        候補を出すモデルは<Link href="/models">分類モデル</Link>で見られます。
      </p>
    </EmptyState>
  );
}

function monthsFrom(value: string, period: Period) {
  return ACCURACY_MONTHS.find((months) => String(months) === value) ?? period.months;
}

/** The versions that have suggested in these days; the one in the address stays though it has none. */
function versionOptions(view: AccuracyView | undefined, period: Period) {
  const versions = view?.versions ?? [];
  const known = versions.map(({ version, opinions }) => ({
    value: version,
    label: `${version}（${opinions.toLocaleString('ja-JP')}件）`,
  }));
  const own =
    period.version === null || versions.some(({ version }) => version === period.version)
      ? []
      : [{ value: period.version, label: period.version }];
  return [{ value: '', label: 'すべての版' }, ...known, ...own];
}
