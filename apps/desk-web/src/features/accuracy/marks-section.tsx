import type { AccuracyView, MarkNumbers } from '@kotae/contracts';
import { DataTable, type Column } from '@kotae/ui';
import { MARK_WORDS, marksWords, monthWords } from './accuracy-words';
import { markTotals } from './tables';

type Row = AccuracyView['marks'][number];

const NUMBERS: readonly Column<MarkNumbers>[] = (
  [
    ['kept', '残した'],
    ['removed', '外した'],
    ['added', '足した'],
    ['rewritten', '書き直し'],
  ] as const
).map(([key, header]) => ({ key, header, kind: 'number', cell: (row) => row[key].toLocaleString('ja-JP') }));

/** What people made of the marks of personal information when they published. */
export function MarksSection({ view }: { view: AccuracyView }) {
  const totals = markTotals(view.marks);
  return (
    <section className="k-stack k-stack--small">
      <h2>個人情報</h2>
      {view.marks.length === 0 ? (
        <p className="d-quiet">
          この期間に公表した文に、個人情報の印はありませんでした。印のある文を公表すると、残した・外した・足したところがここに現れます。
        </p>
      ) : (
        <>
          <p>{marksWords(totals)}</p>
          <DataTable
            caption="公表した文の個人情報の印（か所）"
            density="dense"
            rows={totals}
            rowKey={(row) => row.kind}
            columns={[
              { key: 'kind', header: '種類', rowHeader: true, kind: 'tight', cell: (row) => MARK_WORDS[row.kind] },
              ...NUMBERS,
            ]}
          />
          <details className="k-details">
            <summary>月ごと・種類ごと</summary>
            <DataTable<Row>
              caption="公表した月と種類ごとの、個人情報の印（か所）"
              captionHidden
              density="dense"
              rows={view.marks}
              rowKey={(row) => `${row.month} ${row.kind}`}
              columns={[
                { key: 'month', header: '公表した月', kind: 'tight', cell: (row) => monthWords(row.month, true) },
                { key: 'kind', header: '種類', rowHeader: true, kind: 'tight', cell: (row) => MARK_WORDS[row.kind] },
                ...NUMBERS,
              ]}
            />
          </details>
          <details className="k-details">
            <summary>数え方</summary>
            <ul>
              <li>
                公表したときに、題・声・市の考え方の文を、機械が最初に伏せた文と比べます。「残した」は伏せたまま、「外した」は職員が個人情報ではないとして見せたもの、「足した」は機械が見つけず職員が伏せたものです。
              </li>
              <li>
                文ごと書き直して印もなくなったものは「書き直し」で、判断がないため割合には入れません。公表しなかった文は数えません。同じ意見を公表し直したときは、いちばん新しい文だけを数えます。
              </li>
              <li>
                職員も見落とした個人情報は、ここには現れません。手で●●と書いたものと、伏せたあとに文を直して、どれが残ったか分からないものは「種類なし」です。差出人がもとから書いた●●や○○は数えません。
              </li>
              <li>記録するのは種類と数だけで、言葉は残しません。モデルの版によらず数えます。</li>
            </ul>
          </details>
        </>
      )}
    </section>
  );
}
