import type { SubmissionDetail } from '@kotae/contracts';
import { URGENCY_KINDS, URGENCY_LABELS, type UrgencyKind } from '@kotae/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useAnnounce } from '../../shared/announcer';
import { ApiError } from '../../shared/api-error';
import { caseQuery, type CaseActions } from './api';
import { ChooseDialog } from './choose-dialog';

export interface UrgencyProps {
  detail: SubmissionDetail;
  actions: CaseActions;
}

const KINDS = URGENCY_KINDS.map((kind) => ({ value: kind, label: URGENCY_LABELS[kind], note: '', words: [kind] }));

/** Asks what kind of danger it is. */
export function UrgencyKindDialog(props: {
  title: string;
  hint: string;
  chosen: UrgencyKind | null;
  onChoose: (kind: UrgencyKind) => void;
  onClose: () => void;
}) {
  const { onChoose, onClose, ...rest } = props;
  return (
    <ChooseDialog
      {...rest}
      choices={KINDS}
      onClose={onClose}
      onChoose={(value) => {
        const kind = URGENCY_KINDS.find((one) => one === value);
        if (kind) onChoose(kind);
        onClose();
      }}
    />
  );
}

/** Records whether someone is in danger. What was urgent and is not any more can be made urgent again from the slip. */
export function useDecideUrgency(
  { submissionId, urgent: before, urgencyDecided }: SubmissionDetail,
  actions: CaseActions,
) {
  const { mutateAsync, mutate } = actions.urgency;
  const announce = useAnnounce();
  const client = useQueryClient();
  /** The slip outlives the screen: it asks for what was decided last, and says itself when it is refused. */
  const restore = async (kind: UrgencyKind) => {
    try {
      const { urgencyDecided: last } = await client.fetchQuery({ ...caseQuery(submissionId), staleTime: 0 });
      await mutateAsync({ urgent: kind, decidedAt: last?.at ?? null });
      announce({ text: '緊急に戻しました' });
    } catch (error) {
      announce({
        text: error instanceof ApiError ? error.message : '緊急に戻せませんでした。もう一度お試しください。',
      });
    }
  };
  return (urgent: UrgencyKind | null) => {
    const action =
      urgent === null && before !== null ? { label: '緊急に戻す', run: () => void restore(before) } : undefined;
    mutate(
      { urgent, decidedAt: urgencyDecided?.at ?? null },
      {
        onSuccess: () =>
          announce({
            text: urgent === null ? '緊急ではないと記録しました' : '緊急と記録しました',
            ...(action && { action }),
          }),
      },
    );
  };
}
