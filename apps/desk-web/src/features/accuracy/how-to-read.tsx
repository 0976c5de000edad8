import { Link } from '@kotae/ui';

/** What these figures can say, and what they cannot. */
export function HowToRead() {
  return (
    <section className="k-stack k-stack--small">
      <h2>この数字の読み方</h2>
      <ul>
        <li>
          「採用された」は、職員が同じものに決めたということです。候補に引きずられて決めた分も入るため、本当の正解率より高めに出ることがあります。
        </li>
        <li>候補が出る前に決めた声は、数えていません。</li>
        <li>件数の少ない行（「目安」）は、1件の違いで大きく動きます。</li>
        <li>
          学び直して何が変わったかは<Link href="/models">分類モデル</Link>で見られます。
        </li>
      </ul>
    </section>
  );
}
