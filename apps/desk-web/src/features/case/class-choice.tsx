import type { OpinionClass, OpinionSubtype } from '@kotae/kernel';
import { OPINION_CLASSES, OPINION_SUBTYPES, OPINION_SUBTYPE_LABELS } from '@kotae/kernel';
import { useClassNames } from '../../shared/class-names';
import { confidenceWords } from '../../shared/words';
import type { DraftOpinion } from './triage-draft';

export interface ClassChoiceProps {
  opinion: DraftOpinion;
  ordinal: number;
  onClass: (code: OpinionClass) => void;
  onSubtype: (subtype: OpinionSubtype) => void;
  onFiner: (code: string | null) => void;
}

/** The six classes with their keys; the machine's choice looks chosen by a machine until a person takes one. */
export function ClassChoice({ opinion, ordinal, onClass, onSubtype, onFiner }: ClassChoiceProps) {
  const classes = useClassNames();
  const finer = opinion.class ? classes.finer(opinion.class, opinion.finerClass) : [];
  const name = `class-${opinion.key}`;
  const suggested = !opinion.touched.class && opinion.guess !== null;
  const confidence = new Map(
    opinion.guess ? [opinion.guess.class, ...opinion.guess.class.alternatives].map((g) => [g.code, g.confidence]) : [],
  );
  return (
    <fieldset className="d-classes">
      <legend className="k-visually-hidden">意見{ordinal}の分類</legend>
      <div className="d-classes__row d-classes__row--six">
        {OPINION_CLASSES.map((code, index) => {
          const likely = confidence.get(code);
          return (
            <label key={code} className={suggested ? 'd-class d-class--suggested' : 'd-class'}>
              <input
                type="radio"
                name={name}
                value={code}
                checked={opinion.class === code}
                onChange={() => onClass(code)}
              />
              <span className="d-class__key" aria-hidden="true">
                {index + 1}
              </span>
              <span>{classes.name(code)}</span>
              {likely !== undefined && likely >= 0.05 && (
                <span className="d-class__confidence">{confidenceWords(likely)}</span>
              )}
            </label>
          );
        })}
      </div>
      {opinion.class === 'operations_improvement' && (
        <div className="d-classes__row" role="radiogroup" aria-label={`${classes.name(opinion.class)}の型`}>
          {OPINION_SUBTYPES.map((subtype) => (
            <label key={subtype} className={suggested ? 'd-class d-class--suggested' : 'd-class'}>
              <input
                type="radio"
                name={`sub${name}`}
                value={subtype}
                checked={opinion.subtype === subtype}
                onChange={() => onSubtype(subtype)}
              />
              <span>{OPINION_SUBTYPE_LABELS[subtype]}</span>
            </label>
          ))}
          <span className="k-muted k-small">もう一度 2 で切り替え</span>
        </div>
      )}
      {finer.length > 0 && (
        <div className="d-classes__row" role="radiogroup" aria-label="細分類（任意）">
          {[{ code: '', name: '細分類なし' }, ...finer].map((one) => (
            <label key={one.code} className="d-class">
              <input
                type="radio"
                name={`finer${name}`}
                value={one.code}
                checked={(opinion.finerClass ?? '') === one.code}
                onChange={() => onFiner(one.code || null)}
              />
              <span>{one.name}</span>
            </label>
          ))}
        </div>
      )}
      {opinion.class && <p className="d-rule">{classes.rule(opinion.class)}</p>}
    </fieldset>
  );
}
