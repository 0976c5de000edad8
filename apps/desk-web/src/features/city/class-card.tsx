import type { ClassesView } from '@kotae/contracts';
import {
  OPINION_CLASS_LABELS,
  OPINION_SUBTYPES,
  OPINION_SUBTYPE_LABELS,
  PROPOSAL_CLASSES,
  characters,
} from '@kotae/kernel';
import { Button, CheckboxField, Chip, TextArea, TextInput } from '@kotae/ui';
import { fieldError } from '../../shared/form-errors';
import { withClass, withFinerAdded, withFinerChanged, withFinerRemoved } from './class-drafts';

/** One of the six: its name, its rule of thumb, and the city's finer classes under it. */
export function ClassCard(props: {
  index: number;
  draft: ClassesView;
  error: unknown;
  onChange: (draft: ClassesView) => void;
}) {
  const { index, draft, error, onChange } = props;
  const one = draft.classes[index];
  if (!one) return null;
  const label = OPINION_CLASS_LABELS[one.code];
  return (
    <section className="k-panel k-stack" aria-label={`標準の分類「${label}」`}>
      <h2 className="k-cluster d-city__class">
        <span>標準の名前　{label}</span>
        {PROPOSAL_CLASSES.includes(one.code) && (
          <Chip state="plain" tone="accent">
            「提案」として数える
          </Chip>
        )}
      </h2>
      <div className="d-city__pair">
        <TextInput
          id={`classes-${index}-name`}
          name={`name-${one.code}`}
          label="この市での名前"
          required
          badge="none"
          maxLength={12}
          value={one.name}
          onChange={(event) => onChange(withClass(draft, index, { name: event.currentTarget.value }))}
          error={fieldError(error, `classes.${index}.name`)}
        />
        <TextArea
          id={`classes-${index}-rule`}
          name={`rule-${one.code}`}
          label="見分け方（振り分けの画面に出ます）"
          required
          badge="none"
          rows={2}
          count={{ max: 200, current: characters(one.rule) }}
          value={one.rule}
          onChange={(event) => onChange(withClass(draft, index, { rule: event.currentTarget.value }))}
          error={fieldError(error, `classes.${index}.rule`)}
        />
      </div>
      <div className="k-stack k-stack--small">
        <h3 className="d-city__small-title">細分類</h3>
        {one.finer.length === 0 && (
          <p className="d-quiet">
            {one.code === 'operations_improvement' &&
              `${OPINION_SUBTYPES.map((subtype) => OPINION_SUBTYPE_LABELS[subtype]).join('・')}の別は、はじめからあります。`}
            市が加えた細分類はありません。加えると、振り分けのときに選べるようになります（選ばなくてもかまいません）。件数は分類ごとに数えます。
          </p>
        )}
        {one.finer.map((finer, at) => (
          <div className="d-city__finer" key={finer.code || `new-${at}`}>
            <TextInput
              id={`classes-${index}-finer-${at}-name`}
              name={`finer-${one.code}-${at}`}
              label={`${one.name}の細分類${at + 1}の名前`}
              labelHidden
              badge="none"
              maxLength={20}
              value={finer.name}
              onChange={(event) => onChange(withFinerChanged(draft, index, at, { name: event.currentTarget.value }))}
              error={fieldError(error, `classes.${index}.finer.${at}.name`)}
            />
            {finer.code === '' ? (
              <Button
                type="button"
                variant="tertiary"
                size="small"
                aria-label={`細分類${at + 1}を取りやめる`}
                onClick={() => onChange(withFinerRemoved(draft, index, at))}
              >
                取りやめる
              </Button>
            ) : (
              <CheckboxField
                id={`classes-${index}-finer-${at}-active`}
                name={`finer-active-${one.code}-${at}`}
                label="使う"
                checked={finer.active}
                onChange={(event) =>
                  onChange(withFinerChanged(draft, index, at, { active: event.currentTarget.checked }))
                }
              />
            )}
          </div>
        ))}
        <div>
          <Button
            type="button"
            variant="secondary"
            size="small"
            aria-label={`${one.name}に細分類を加える`}
            onClick={() => onChange(withFinerAdded(draft, index))}
          >
            細分類を加える
          </Button>
        </div>
      </div>
    </section>
  );
}
