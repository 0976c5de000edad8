import { fiscalYearLabel } from '@kotae/kernel';
import { Card, DateText, LinkButton } from '@kotae/ui';
import { mayorWords } from '../parts/mayor-words';
import { VoiceList } from '../parts/voice-list';
import type { PageProps } from './page-props';

/** The three things a resident comes for, and the one living number. */
export function HomePage({ page, frame }: PageProps<'home'>) {
  const { living, newest } = page;
  return (
    <div className="k-container k-stack k-stack--section">
      <section className="k-stack k-stack--large" aria-labelledby="home-title">
        <div className="k-stack k-stack--small">
          <h1 id="home-title">あなたの声を、{frame.city.name}へ</h1>
          <p className="k-measure">
            暮らしの中で気づいたこと、こうなったらいいなと思うことを送ってください。市がひとつひとつ読み、担当の課が検討します。
          </p>
        </div>
        <div className="k-doors">
          <Card title="意見・提案を送る" headingLevel={2} href="/letter?kind=web_opinion" look="accent">
            気づいたこと、困っていること、よくする案
          </Card>
          <Card title="市長への手紙" headingLevel={2} href="/letter?kind=letter_to_mayor" look="accent">
            {mayorWords(frame.city)}に読んでほしいこと
          </Card>
          <Card title="送った声のその後を見る" headingLevel={2} href="/status" look="outline">
            照会コードで、いまどうなっているかが分かります
          </Card>
        </div>
      </section>
      {living && (
        <section className="p-living" aria-labelledby="living-title">
          <h2 id="living-title" className="p-living__title">
            {fiscalYearLabel(living.fiscalYear)}、市民の声から
          </h2>
          <p className="p-living__numbers">
            <span>
              提案にあたる声 <strong>{living.proposals.toLocaleString('ja')}</strong>件
            </span>
            <span className="p-living__arrow" aria-hidden="true">
              →
            </span>
            <span>
              実現したこと <strong>{living.implemented.toLocaleString('ja')}</strong>件
            </span>
          </p>
          <p className="k-small">
            <DateText day={living.asOf} />
            現在。提案にあたる声は、分類が{living.proposalClasses.join('・')}の意見です。
          </p>
          <p className="k-small">
            計画の指標は、指標ごとに決めた数え方で数えるため、この数と違うことがあります。
            <a href="/plan">計画の指標と数え方を見る</a>
          </p>
        </section>
      )}
      <section className="k-stack" aria-labelledby="voices-title">
        <h2 id="voices-title">市民の声と市の考え方</h2>
        {newest.length > 0 ? (
          <>
            <VoiceList answers={newest} headingLevel={3} />
            <div>
              <LinkButton href="/voices" variant="secondary" iconEnd="arrow">
                もっと見る・探す
              </LinkButton>
            </div>
          </>
        ) : (
          <p className="k-muted">公表された声は、まだありません。</p>
        )}
      </section>
    </div>
  );
}
