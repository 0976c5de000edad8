import type { OpinionView, SubmissionDetail } from '@kotae/contracts';
import { OUTCOME_LABELS, PROMISE_OUTCOMES } from '@kotae/kernel';
import { Button, Chip, DateText } from '@kotae/ui';
import { useEffect, useRef, useState } from 'react';
import { useClassNames } from '../../shared/class-names';
import { circled } from '../../shared/words';
import { useOwnSection } from '../../shared/session';
import { AnswerBlock } from './answer-block';
import type { CaseActions } from './api';
import { OutcomeDialog } from './outcome-dialog';

/** One decided opinion, at the same place as when it was decided: labels, answer, outcome. */
export function OpinionCard(props: {
  detail: SubmissionDetail;
  opinion: OpinionView;
  actions: CaseActions;
  current: boolean;
  onSelect: () => void;
}) {
  const { detail, opinion, actions, current, onSelect } = props;
  const classes = useClassNames();
  const card = useRef<HTMLLIElement>(null);
  const scrollTo = current && opinion.ordinal > 1;
  useEffect(() => {
    if (scrollTo) card.current?.scrollIntoView({ block: 'nearest' });
  }, [scrollTo]);
  const section = useOwnSection();
  const [deciding, setDeciding] = useState(false);
  const decided = (
    <>
      {opinion.decidedBy}が<DateText at={opinion.decidedAt} time />
      に決定
    </>
  );
  const own = section === null || section === opinion.sectionId;
  const { outcome } = opinion;
  return (
    <li ref={card} className={current ? 'k-panel k-panel--current d-opinion' : 'k-panel d-opinion'}>
      <h2 className="d-opinion__head">
        <button type="button" className="d-opinion__open" onClick={onSelect}>
          <span className="d-opinion__number">{circled(opinion.ordinal)}</span>
          <span className="d-opinion__text">{opinion.text}</span>
        </button>
      </h2>
      <div className="k-cluster">
        <Chip state="decided" tone="accent" detail={decided}>
          {classes.words(opinion.class, opinion.subtype, opinion.finerClass)}
        </Chip>
        <Chip state="decided" detail={decided}>
          {opinion.topicName}
        </Chip>
        <span>{opinion.sectionName}</span>
      </div>
      <AnswerBlock detail={detail} opinion={opinion} actions={actions} />
      {(outcome || (own && detail.actions.includes('decide_outcome'))) && (
        <div className="d-outcome">
          <span className="d-outcome__label">対応</span>
          {outcome ? (
            <span>
              <strong>{OUTCOME_LABELS[outcome.code]}</strong>　<DateText day={outcome.on} format="short" />（
              {outcome.by}）
              {outcome.nextLookOn && PROMISE_OUTCOMES.includes(outcome.code) && (
                <>
                  {'　次の見直し '}
                  <DateText day={outcome.nextLookOn} format="short" />
                </>
              )}
            </span>
          ) : (
            <span className="k-muted">まだ決まっていません</span>
          )}
          {own && detail.actions.includes('decide_outcome') && (
            <Button type="button" variant="tertiary" size="small" onClick={() => setDeciding(true)}>
              {outcome ? '変更' : '対応を決める'}
            </Button>
          )}
        </div>
      )}
      {deciding && <OutcomeDialog opinion={opinion} actions={actions} onClose={() => setDeciding(false)} />}
    </li>
  );
}
