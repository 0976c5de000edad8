import { Button, ErrorState } from '@kotae/ui';

/** A screen that could not be drawn or loaded, e.g. because a new version was installed meanwhile. */
export function BrokenScreen() {
  return (
    <ErrorState
      title="この画面を表示できませんでした"
      headingLevel={1}
      actions={
        <Button type="button" onClick={() => window.location.reload()}>
          画面を読み込み直す
        </Button>
      }
    >
      新しい版が入った直後は、読み込み直すと直ることがあります。続くときはシステム管理者に知らせてください。
    </ErrorState>
  );
}
