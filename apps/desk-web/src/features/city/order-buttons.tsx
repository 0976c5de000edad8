import { Button } from '@kotae/ui';

interface Row {
  readonly id: string;
  readonly name: string;
}

/** Two buttons that move a row among those in use; the one at an end stays reachable and says that it cannot. */
export function OrderButtons(props: {
  used: readonly Row[];
  id: string;
  onMove: (used: readonly Row[], id: string, step: -1 | 1) => void;
}) {
  const { used, id, onMove } = props;
  const at = used.findIndex((row) => row.id === id);
  const name = used[at]?.name;
  if (name === undefined) return null;
  const [first, last] = [at === 0, at === used.length - 1];
  return (
    <span className="d-city__order">
      <Button
        type="button"
        variant="tertiary"
        size="small"
        id={`up-${id}`}
        aria-label={`${name}を上へ`}
        aria-disabled={first || undefined}
        onClick={() => first || onMove(used, id, -1)}
      >
        ↑
      </Button>
      <Button
        type="button"
        variant="tertiary"
        size="small"
        id={`down-${id}`}
        aria-label={`${name}を下へ`}
        aria-disabled={last || undefined}
        onClick={() => last || onMove(used, id, 1)}
      >
        ↓
      </Button>
    </span>
  );
}
