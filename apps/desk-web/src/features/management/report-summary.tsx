import type { ProgressCode, ProgressReportView } from '@kotae/contracts';
import { indicatorAnchor } from './report-anchors';

/** More names than these are folded. */
const NAMES = 8;

type Line = ProgressReportView['summary'][number];

/** How many indicators stand where, what each word means, and which formulas were used. */
export function ReportSummary({ report }: { report: ProgressReportView }) {
  return (
    <section className="k-stack k-stack--small">
      <h2>総括</h2>
      <p>
        {report.total}の指標のうち
        {report.repeated > 0 && <span className="d-quiet">（ほかに再掲 {report.repeated}。数には入れていません）</span>}
      </p>
      <ul className="d-report__counts">
        {report.summary.map((line) => (
          <li key={line.progress} className={`d-report__count d-report__count--${line.progress}`}>
            <span>
              <ProgressMark progress={line.progress} />
              {line.label}
            </span>
            <strong>{line.count}</strong>
          </li>
        ))}
      </ul>
      <dl className="d-report__meanings">
        {report.summary.map((line) => (
          <div key={line.progress} className="d-report__meaning">
            <dt>{line.label}</dt>
            <dd>{line.meaning}</dd>
            <dd>
              <Names report={report} line={line} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>達成の見方</h3>
      <p className="d-quiet">式は指標ごとに選び、数字のそばに名前を書いています。</p>
      <dl className="d-report__meanings">
        {report.formulas.map(({ formula, name, count, meaning }) => (
          <div key={formula} className="d-report__meaning d-report__meaning--formula">
            <dt>{name}</dt>
            <dd>{meaning}</dd>
            <dd>{count}の指標</dd>
          </div>
        ))}
      </dl>
      {report.notes.length > 0 && (
        <>
          <h3>この計画の読み方</h3>
          <ul>
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Names({ report, line }: { report: ProgressReportView; line: Line }) {
  const found = report.groups
    .flatMap(({ policies }) => policies.flatMap(({ indicators }) => indicators))
    .filter((indicator) => indicator.progress === line.progress && indicator.repeatOf === null);
  if (found.length === 0) return <>あてはまる指標はありません</>;
  const names = (
    <ul className="d-report__names">
      {found.map((indicator) => (
        <li key={indicator.id}>
          <a href={`#${indicatorAnchor(indicator.id)}`}>{indicator.name}</a>
        </li>
      ))}
    </ul>
  );
  if (found.length <= NAMES) return names;
  return (
    <details className="k-details">
      <summary>{found.length}の指標の名前</summary>
      {names}
    </details>
  );
}

const MARKS: Readonly<Record<ProgressCode, string>> = { achieved: '◎', on_track: '○', behind: '▲', unknown: '―' };

/** A shape beside the word, told apart without colour. */
export function ProgressMark({ progress }: { progress: ProgressCode }) {
  return <span aria-hidden="true">{MARKS[progress]} </span>;
}
