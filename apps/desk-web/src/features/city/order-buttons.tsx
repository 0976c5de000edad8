import { Button } from '@kotae/ui';

/** Two buttons that move a row; the one at an end stays reachable and says that it cannot. */
export function OrderButtons(props: {
  id: string;
  name: string;
  first: boolean;
  last: boolean;
  onMove: (step: -1 | 1) => void;
}) {
  const { id, name, first, last, onMove } = props;
  return (
    <span className="d-city__order">
      <Button
        type="button"
        variant="tertiary"
        size="small"
        id={`up-${id}`}
        aria-label={`${name}を上へ`}
        aria-disabled={first || undefined}
        onClick={() => first || onMove(-1)}
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
        onClick={() => last || onMove(1)}
      >
        ↓
      </Button>
    </span>
  );
}
