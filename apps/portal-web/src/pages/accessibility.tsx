import { PageHeader } from '@kotae/ui';
import { PhoneLink } from '../parts/desk-contact';
import type { PageProps } from './page-props';

/** What is aimed at, how it was tested, and whom to tell. */
export function AccessibilityPage({ frame }: PageProps<'accessibility'>) {
  const { city } = frame;
  return (
    <div className="k-container k-container--text k-stack k-stack--large">
      <PageHeader title="アクセシビリティ" lead="だれでも、どんな機器でも、声を送れるようにしています。" />
      <div className="k-prose">
        <h2>目標</h2>
        <p>
          日本産業規格 JIS X 8341-3:2016（高齢者・障害者等配慮設計指針
          ウェブコンテンツ）の適合レベルAAに準拠することを目標にしています。WCAG 2.2
          のAとAAの達成基準も、あわせて確かめています。
        </p>
        <h2>このページでできること</h2>
        <ul>
          <li>マウスを使わず、キーボードだけで送れます。</li>
          <li>読み上げソフトで、項目の名前、説明、誤りの内容が読み上げられます。</li>
          <li>文字を大きくしても、幅320ピクセルの画面でも、横にずらさずに読めます。</li>
          <li>JavaScriptが動かない機器でも、同じように送れます。</li>
          <li>色だけで伝えることはしていません。色を変える設定や、動きを減らす設定に従います。</li>
          <li>時間の制限はありません。書いたものは、誤りがあっても消えません。</li>
        </ul>
        <h2>試験の方法</h2>
        <ul>
          <li>
            対象: このサイトのすべての種類のページ（入力の誤り、混み合ったとき、見つからないときの画面をふくむ）。
          </li>
          <li>
            機械による検査: axe-core（WCAG 2.2
            A・AAの規則、除外なし）を、実際のブラウザーで、すべてのページに対して、変更のたびに行います。
          </li>
          <li>
            人による確認:
            キーボードだけの操作、画面の拡大（400%）、幅320ピクセル、JavaScriptなし、強制カラー、印刷を確かめます。
          </li>
          <li>
            機械による検査だけでは、使えることの証明にはなりません。読み上げソフトでの確認は、公開の前に市が行います。
          </li>
        </ul>
        <h2>分かっている課題</h2>
        <ul>
          <li>利用者が添付したPDFや、PDFで公表された資料の読み上げやすさは、確かめられないことがあります。</li>
          <li>やさしい日本語で書くよう努めていますが、外国語のページはまだありません。</li>
        </ul>
        <h2>使いにくいところを教えてください</h2>
        <p>
          うまく使えないときは、電話、はがき、窓口でも声をお聞きします。{city.name} {city.deskName}（電話{' '}
          <PhoneLink number={city.deskPhone} />）
        </p>
      </div>
    </div>
  );
}
