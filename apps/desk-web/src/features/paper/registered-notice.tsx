import { Button, CodeText, LinkButton, Notice } from '@kotae/ui';
import type { RegisterAccepted } from '@kotae/contracts';

/** Registered: its number, and the way on. */
export function RegisteredNotice({ done, onClose }: { done: RegisterAccepted; onClose: () => void }) {
  return (
    <Notice
      kind="success"
      title={`${done.receiptNumber} を登録しました`}
      actions={
        <>
          <LinkButton href={`/submissions/${done.submissionId}`} variant="secondary" size="small">
            続けて振り分ける
          </LinkButton>
          <Button type="button" variant="tertiary" size="small" onClick={onClose}>
            閉じる
          </Button>
        </>
      }
    >
      <p>現物に受付番号を書き入れてください。下の用紙で次の1通を登録できます。</p>
      <CodeText
        label="照会コード（窓口でご本人に渡すとき）"
        value={done.receiptCode}
        note="この画面を閉じると、もう表示できません。"
      />
    </Notice>
  );
}
