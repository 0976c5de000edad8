import type { Reference } from '@kotae/contracts';
import { Chip, Kbd } from '@kotae/ui';
import { useClassNames } from '../../shared/class-names';
import { circled, confidenceWords } from '../../shared/words';
import { ClassChoice } from './class-choice';
import type { ClassChoiceProps } from './class-choice';
import { nameOfSection, nameOfTopic } from './label-choices';
import { secondVoiceWords } from './second-voice-words';
import { shownReasons } from './shown-reasons';
import type { DraftOpinion } from './triage-draft';

export interface OpinionDraftProps {
  opinion: DraftOpinion;
  ordinal: number;
  text: string;
  current: boolean;
  reference: Reference;
  onSelect: () => void;
  onClass: ClassChoiceProps['onClass'];
  onSubtype: ClassChoiceProps['onSubtype'];
  onFiner: ClassChoiceProps['onFiner'];
  onTopic: () => void;
  onSection: () => void;
}

/** One opinion being decided: closed it is one line, open it has everything a decision needs. */
export function OpinionDraft(props: OpinionDraftProps) {
  const { opinion, ordinal, text, current, reference } = props;
  const classes = useClassNames();
  const number = circled(ordinal);
  const topic = nameOfTopic(reference, opinion.topic);
  const section = nameOfSection(reference, opinion.sectionId);
  const voice =
    opinion.guess &&
    secondVoiceWords(opinion.guess, { class: classes.name, topic: (code) => nameOfTopic(reference, code) });
  if (!current)
    return (
      <li className="k-panel d-opinion">
        <button type="button" className="d-opinion__open" onClick={props.onSelect}>
          <span className="d-opinion__number">{number}</span>
          <span className="d-opinion__text">{text}</span>
        </button>
        <div className="k-cluster">
          <Chip state={opinion.touched.class ? 'decided' : 'suggested'} tone="accent">
            {opinion.class ? classes.words(opinion.class, opinion.subtype, opinion.finerClass) : '分類なし'}
            {opinion.guess && !opinion.touched.class && ` ${confidenceWords(opinion.guess.class.confidence)}`}
          </Chip>
          <Chip state={opinion.touched.topic ? 'decided' : 'suggested'}>{topic || '分野なし'}</Chip>
          <span className="k-muted">{section}</span>
        </div>
      </li>
    );
  return (
    <li className="k-panel k-panel--current d-opinion" aria-current="true">
      <h2 className="d-opinion__head">
        <span className="d-opinion__number">{number}</span>
        <span className="d-opinion__text">{text}</span>
      </h2>
      <ClassChoice
        opinion={opinion}
        ordinal={ordinal}
        onClass={props.onClass}
        onSubtype={props.onSubtype}
        onFiner={props.onFiner}
      />
      {opinion.guess && opinion.class === opinion.guess.class.code && opinion.guess.class.reasons.length > 0 && (
        <p className="d-reasons">
          {classes.name(opinion.guess.class.code)}の根拠
          {shownReasons(opinion.guess.class.reasons).map((word) => (
            <mark key={word} className="k-evidence">
              {word}
            </mark>
          ))}
        </p>
      )}
      <div className="d-where">
        <WhereButton
          label="分野"
          shortcut="t"
          value={topic}
          suggested={!opinion.touched.topic && opinion.guess !== null}
          confidence={!opinion.touched.topic && opinion.guess?.topic.code ? opinion.guess.topic.confidence : null}
          onClick={props.onTopic}
        />
        <WhereButton
          label="担当課"
          shortcut="a"
          value={section}
          suggested={!opinion.touched.section && opinion.guess !== null}
          confidence={null}
          onClick={props.onSection}
        />
      </div>
      {opinion.guess?.topic.fewExamples && !opinion.touched.topic && (
        <p className="d-few">例が少ないため自信がありません。この分野かどうか、よく確かめてください。</p>
      )}
      {opinion.guess && !opinion.touched.topic && opinion.guess.topic.reasons.length > 0 && (
        <p className="d-reasons">
          分野の根拠
          {shownReasons(opinion.guess.topic.reasons).map((word) => (
            <mark key={word} className="k-evidence">
              {word}
            </mark>
          ))}
        </p>
      )}
      {voice && <p className="d-rule">{voice}</p>}
    </li>
  );
}

function WhereButton(props: {
  label: string;
  shortcut: string;
  value: string;
  suggested: boolean;
  confidence: number | null;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={props.suggested ? 'd-where__button d-where__button--suggested' : 'd-where__button'}
      onClick={props.onClick}
    >
      <span className="d-where__label">{props.label}</span>
      <span className="d-where__value">{props.value || '選んでください'}</span>
      {props.confidence !== null && <span className="d-class__confidence">{confidenceWords(props.confidence)}</span>}
      <Kbd>{props.shortcut}</Kbd>
    </button>
  );
}
