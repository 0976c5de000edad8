import { Button, Notice } from '@kotae/ui';

/** Someone else has saved while this form was being typed: nothing typed is lost, and what happens next is chosen. */
export function NewerVersion({ onTake, onKeep }: { onTake: () => void; onKeep: () => void }) {
  return (
    <Notice
      kind="warning"
      live="alert"
      title="入力している間に、ほかの人が保存しました"
      actions={
        <>
          <Button type="button" variant="secondary" onClick={onTake}>
            最新の内容を見る（ここでの入力は消えます）
          </Button>
          <Button type="button" variant="secondary" onClick={onKeep}>
            この入力で保存できるようにする
          </Button>
        </>
      }
    >
      <p>何が変わったかは、下の「変更の記録」で確かめられます。</p>
    </Notice>
  );
}
