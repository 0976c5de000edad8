import type { SubmissionDetail } from '@kotae/contracts';
import { Button } from '@kotae/ui';
import { useRef, useState } from 'react';
import { useOwnSection } from '../../shared/session';
import { useAnnounce } from '../../shared/announcer';
import { Endings } from './endings';
import type { CaseActions } from './api';
import { History } from './history';
import { LetterPane, SplitMode } from './letter-pane';
import { useMouseSelection } from './mouse-selection';
import { OpinionCard } from './opinion-card';
import { PublishLinks } from './publish-links';
import { ReplyPanel } from './reply-panel';
import { SideFacts } from './side-facts';
import { Similar } from './similar';
import { sentenceAt } from './spans';
import type { Stretch } from './spans';
import { shownReasons } from './shown-reasons';
import { decisionOf, withCut } from './triage-draft';
import { TriagePanel } from './triage-panel';
import { useTriage } from './use-triage';

/** The letter at the left, what is done about it at the right, at every step. */
export function CaseWork(props: { detail: SubmissionDetail; actions: CaseActions; onNext: (said: string) => void }) {
  const { detail, actions, onNext } = props;
  const triage = useTriage(detail);
  const announce = useAnnounce();
  const [redeciding, setRedeciding] = useState(false);
  const [tab, setTab] = useState<'letter' | 'history'>('letter');
  const section = useOwnSection();
  const [looking, setLooking] = useState(() => firstOwn(detail, section));
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const selected = useMouseSelection(text);

  const deciding = detail.actions.includes('triage') || (redeciding && detail.actions.includes('retriage'));
  const opinions = deciding ? triage.draft.opinions : detail.opinions;
  const current = deciding ? triage.draft.current : looking;
  const guess = deciding ? triage.draft.opinions[current]?.guess : null;

  const take = (span: Stretch) => {
    triage.change((draft) => withCut(draft, span));
    setChosen(null);
    document.getSelection()?.removeAllRanges();
  };
  const split = () => {
    setTab('letter');
    if (selected) take(selected);
    else setChosen(sentenceAt(detail.body, triage.draft.opinions[current]?.start ?? 0));
  };
  const endings = (
    <Endings
      detail={detail}
      actions={actions}
      decision={deciding ? decisionOf(triage.draft) : null}
      onDone={(said) => onNext(said)}
    />
  );
  return (
    <div className="k-split d-case__split">
      <section className="d-case__letter" aria-label="届いた声" tabIndex={0}>
        <div className="d-tabs" role="group" aria-label="左側に見せるもの">
          <TabButton on={tab === 'letter'} onClick={() => setTab('letter')}>
            本文
          </TabButton>
          <TabButton on={tab === 'history'} onClick={() => setTab('history')}>
            経過
          </TabButton>
          {deciding && selected && !chosen && (
            <Button
              type="button"
              size="small"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(selected)}
            >
              選んだ部分を意見にする
            </Button>
          )}
        </div>
        {tab === 'letter' ? (
          <>
            {chosen && (
              <SplitMode
                text={detail.body}
                chosen={chosen}
                onMove={setChosen}
                onTake={() => take(selected ?? chosen)}
                onCancel={() => setChosen(null)}
              />
            )}
            <LetterPane
              detail={detail}
              opinions={opinions}
              current={opinions.length > 0 ? current : null}
              evidence={guess ? [...shownReasons(guess.class.reasons), ...shownReasons(guess.topic.reasons)] : []}
              chosen={chosen}
              textRef={text}
            />
            <SideFacts detail={detail} actions={actions} />
            <Similar id={detail.submissionId} />
          </>
        ) : (
          <History id={detail.submissionId} />
        )}
      </section>
      <div className="d-case__work k-stack">
        {deciding ? (
          <TriagePanel
            detail={detail}
            triage={triage}
            actions={actions}
            onSplit={split}
            endings={endings}
            onCancel={redeciding ? () => setRedeciding(false) : undefined}
            onDone={() => {
              if (!redeciding) return onNext(`${detail.receiptNumber} を振り分けました`);
              setRedeciding(false);
              announce({ text: '分類を変更しました' });
            }}
          />
        ) : (
          <>
            <ol className="d-opinions" aria-label="意見">
              {detail.opinions.map((opinion, index) => (
                <OpinionCard
                  key={opinion.id}
                  detail={detail}
                  opinion={opinion}
                  actions={actions}
                  current={detail.opinions.length > 1 && index === looking}
                  onSelect={() => setLooking(index)}
                />
              ))}
            </ol>
            {detail.actions.includes('retriage') && (
              <div>
                <Button type="button" variant="tertiary" onClick={() => setRedeciding(true)}>
                  分け方・分類・担当課を変更する
                </Button>
              </div>
            )}
          </>
        )}
        <ReplyPanel detail={detail} actions={actions} />
        <PublishLinks detail={detail} actions={actions} />
        {!deciding && endings}
      </div>
    </div>
  );
}

/** A section begins at its own opinion; everyone else at the first. */
function firstOwn(detail: SubmissionDetail, sectionId: string | null): number {
  return Math.max(
    0,
    detail.opinions.findIndex((opinion) => opinion.sectionId === sectionId),
  );
}

function TabButton({ on, onClick, children }: { on: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" className="d-tab" aria-pressed={on} onClick={onClick}>
      {children}
    </button>
  );
}
