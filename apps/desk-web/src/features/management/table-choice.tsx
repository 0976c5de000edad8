import { VALUE_TABLE_LIMITS } from '@kotae/contracts';
import { FileField } from '@kotae/ui';
import { useState } from 'react';
import { sizeWords } from '../../shared/words';
import { DownloadLink } from './download-link';
import type { TableFile } from './table-file';
import { readTableFile } from './table-file';

/** The table to fill in, and the filled one to choose. */
export function TableChoice(props: {
  planId: string;
  file: TableFile | null;
  onChoose: (file: TableFile | null) => void;
}) {
  const { planId, file, onChoose } = props;
  const [problem, setProblem] = useState<string>();
  const choose = async (chosen: File) => {
    const refuse = (words: string) => {
      setProblem(words);
      // What was found in the file before is not about this one.
      onChoose(null);
    };
    if (chosen.size > VALUE_TABLE_LIMITS.bytes) {
      refuse(`${sizeWords(chosen.size)}あります。1MBまでのCSVファイルを選んでください。`);
      return;
    }
    try {
      onChoose(await readTableFile(chosen));
      setProblem(undefined);
    } catch {
      refuse('ファイルを開けませんでした。ほかのソフトで開いているときは、閉じてから選んでください。');
    }
  };
  return (
    <>
      <section className="k-stack k-stack--small">
        <h2>1　ひな形に書き入れる</h2>
        <p>入力で値を集める指標が、いまの値と一緒に並んでいます。Excelで開いて書き、CSV形式のまま保存してください。</p>
        <div>
          <DownloadLink href={`/plans/${planId}/values.csv`}>ひな形（CSV）を取り出す</DownloadLink>
        </div>
        <details className="k-details">
          <summary>書き方</summary>
          <ul>
            <li>空けたところは変えません。「―」や「未集計」と書くと、その年度の値をなくします。</li>
            <li>全角の数字、桁区切りの「,」、単位の付いた数字も読めます。「概ね70」のような書き方は読めません。</li>
            <li>策定・実施の指標は、できたら「1」、まだなら「0」と書きます。</li>
            <li>「出典」の列に書くと、その行だけの出典になります。空けると、この画面で書く出典になります。</li>
            <li>締めた年度の値は変えられません。意見から自動で数える指標は、表に出ません。</li>
            <li>文字コードはUTF-8でもShift_JISでもかまいません。1MB、2,000行までです。</li>
          </ul>
        </details>
      </section>
      <section className="k-stack k-stack--small">
        <h2>2　ファイルを選ぶ</h2>
        <FileField
          id="values-file"
          name="file"
          label="書き入れたCSVファイル"
          hint="選んだだけでは取り込みません。何が変わるかを先に表示します。"
          accept=".csv,text/csv"
          required
          error={problem}
          onChange={(event) => {
            const input = event.currentTarget;
            const chosen = input.files?.[0];
            if (chosen) void choose(chosen);
            input.value = '';
          }}
          received={
            <p role="status" className="k-muted k-small">
              {file ? `選んだファイル：${file.name}（取り込むまで、この画面に残しています）` : ''}
            </p>
          }
        />
      </section>
    </>
  );
}
