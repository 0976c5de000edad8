import type { SubmissionDetail } from '@kotae/contracts';
import { Button, Kbd } from '@kotae/ui';
import { useState } from 'react';
import { useKeys } from '../../shared/keys';
import { useOneAtATime } from '../../shared/one-at-a-time';
import { ReasonDialog } from '../../shared/reason-dialog';
import { useFreshVersion } from './api';
import type { CaseActions } from './api';
import type { TriagedOpinion } from '@kotae/contracts';

const WORDS = {
  circulated: {
    title: '供覧で終える',
    hint: '返信はせず、読んで共有したことを記録します。理由は、照会コードで送り主にも見えます。',
    confirm: '供覧で終える',
  },
  forwarded: {
    title: '移ちょうする',
    hint: '市の仕事ではないものを、渡し先を記録して終えます。声そのものは消えません。理由は、照会コードで送り主にも見えます。',
    confirm: '移ちょうして終える',
  },
} as const;

/** The two regular ways to end without a reply. A letter not yet decided is decided in the same step, so that it is counted. */
export function Endings(props: {
  detail: SubmissionDetail;
  actions: CaseActions;
  decision: TriagedOpinion[] | null;
  onDone: (said: string) => void;
}) {
  const { detail, actions, decision, onDone } = props;
  const [ending, setEnding] = useState<keyof typeof WORDS | null>(null);
  const once = useOneAtATime<void>();
  const freshVersion = useFreshVersion(detail.submissionId);
  const mayCirculate = detail.actions.includes('circulate');
  const mayForward = detail.actions.includes('forward');
  const undecided = detail.state === 'received' && detail.actions.includes('triage');
  useKeys('終える', [
    ...(mayCirculate ? [{ keys: ['c'], label: '供覧', bar: true, run: () => setEnding('circulated') }] : []),
    ...(mayForward ? [{ keys: ['f'], label: '移ちょう', bar: true, run: () => setEnding('forwarded') }] : []),
  ]);
  const finish = async (kind: keyof typeof WORDS, reason: string, to: string) => {
    let { version } = detail;
    if (undecided && decision) {
      await actions.triage.mutateAsync({ version, opinions: decision });
      version = await freshVersion();
    }
    await actions.close.mutateAsync({ version, kind, reason, to: to || null });
    setEnding(null);
    onDone(`${detail.receiptNumber} を${kind === 'circulated' ? '供覧' : '移ちょう'}で終えました`);
  };
  if (!mayCirculate && !mayForward) return null;
  return (
    <div className="d-endings">
      {mayCirculate && (
        <Button type="button" variant="tertiary" onClick={() => setEnding('circulated')} shortcut={<Kbd>c</Kbd>}>
          供覧
        </Button>
      )}
      {mayForward && (
        <Button type="button" variant="tertiary" onClick={() => setEnding('forwarded')} shortcut={<Kbd>f</Kbd>}>
          移ちょう
        </Button>
      )}
      {ending && (
        <ReasonDialog
          title={WORDS[ending].title}
          label="理由"
          hint={WORDS[ending].hint}
          to={ending === 'forwarded' ? { label: '渡し先', hint: '例：県道管理事務所、こだま警察署' } : undefined}
          confirmLabel={WORDS[ending].confirm}
          busy={actions.close.isPending || actions.triage.isPending}
          error={actions.close.error ?? actions.triage.error}
          onClose={() => {
            actions.close.reset();
            setEnding(null);
          }}
          onConfirm={(reason, to) => void once(() => finish(ending, reason, to)).catch(() => undefined)}
        >
          {undecided && <p>いまの分類も一緒に確定し、件数に数えます。</p>}
        </ReasonDialog>
      )}
    </div>
  );
}
