import type { AccuracyView, Agreed } from '@kotae/contracts';
import { Stat } from '@kotae/ui';
import { useMay } from '../../shared/session';
import { fewWords, percentOf } from './accuracy-words';
import { cellHref, submissionsHref, type Period } from './address';

/** How often each part of a suggestion was taken as it was; a click leads to those that were changed. */
export function SummaryFigures({ view, period }: { view: AccuracyView; period: Period }) {
  const changed = (label: 'class' | 'topic' | 'section') => cellHref(period, { label, same: 'no' });
  const few = fewWords(view.class.count);
  return (
    <section className="k-stack k-stack--small" aria-label="そのまま採用された割合">
      <div className="k-cluster k-cluster--large">
        <Share label="分類" agreed={view.class} href={changed('class')} />
        <Share label="提案に数えるか" agreed={view.proposal} />
        <Share label="分野" agreed={view.topic} href={changed('topic')} />
        <Share label="分野が候補3つの中" agreed={view.topicAmongThree} />
        <Share label="担当課" agreed={view.section} href={changed('section')} />
        <Share label="意見の数" agreed={view.opinionCount} href={submissionsHref(period, 'other_count')} />
      </div>
      <p>
        職員が最初に決めたときの{view.class.count.toLocaleString('ja-JP')}件の意見（
        {view.opinionCount.count.toLocaleString('ja-JP')}通）について、候補がそのまま採用された割合です。
        {few !== '' && <strong>{few}</strong>}
      </p>
      {view.unproposed > 0 && (
        <p className="d-quiet">
          ほかに、区切り方を大きく変えた、または候補になかった意見が{view.unproposed.toLocaleString('ja-JP')}
          件あります。これは「意見の数」だけで数えています。
        </p>
      )}
    </section>
  );
}

function Share({ label, agreed, href }: { label: string; agreed: Agreed; href?: string }) {
  const mayOpen = useMay('indicator.open');
  const percent = percentOf(agreed);
  if (percent === null) return null;
  return <Stat label={label} value={percent} unit="%" {...(href && mayOpen ? { href } : {})} />;
}
