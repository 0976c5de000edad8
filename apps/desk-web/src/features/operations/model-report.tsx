import type { ModelChange, ModelView } from '@kotae/contracts';
import { Stat } from '@kotae/ui';
import { SCORES, courseOf, percentOf, standingOf } from './model-words';

/** The model in use, or the newest one that was not taken into use: what it is made from, how good it is, what it changed. */
export function ModelReport({ model }: { model: ModelView }) {
  const { evaluation, before, changes } = model;
  const title = standingOf(model);
  return (
    <section className="k-stack" aria-label={title}>
      <h2>{title}</h2>
      <p>{model.words}</p>
      {evaluation && (
        <>
          <div className="k-cluster k-cluster--large">
            {SCORES.map(({ key, label }) => (
              <Stat key={key} label={label} value={percentOf(evaluation[key])} unit="%" />
            ))}
          </div>
          <p className="d-quiet">
            学習に使わなかった{evaluation.items.toLocaleString('ja-JP')}件の職員の判断で確かめた値です。
            {before !== null &&
              `前のモデルと比べて、分類は${courseOf(before.classAccuracy, evaluation.classAccuracy)}。分野は${courseOf(before.topicTop1, evaluation.topicTop1)}。`}
          </p>
        </>
      )}
      {changes.length > 0 && <Changes changes={changes} />}
    </section>
  );
}

/** What was written down when the model was made. */
export function ModelStory({ model }: { model: ModelView }) {
  return (
    <>
      <p>{model.words}</p>
      {model.changes.length > 0 && (
        <ul>
          {model.changes.map((change) => (
            <li key={`${change.kind} ${change.code}`}>{change.words}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Changes({ changes }: { changes: readonly ModelChange[] }) {
  const parts = [
    { title: '分類ごとに変わったこと', kind: 'class' },
    { title: '正解の数が大きく変わった分野', kind: 'topic' },
  ] as const;
  return parts.map(({ title, kind }) => {
    const own = changes.filter((change) => change.kind === kind);
    return (
      own.length > 0 && (
        <div key={kind}>
          <h3>{title}</h3>
          <ul>
            {own.map((change) => (
              <li key={change.code}>{change.words}</li>
            ))}
          </ul>
        </div>
      )
    );
  });
}
