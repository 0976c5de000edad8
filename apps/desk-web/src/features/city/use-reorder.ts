import { useAnnounce } from '../../shared/announcer';
import { useOrder } from './api';
import { moved } from './lists';

/** Moves one of the rows that are in use; the button keeps the focus, so that it can be pressed again. */
export function useReorder(kind: 'sections' | 'topics') {
  const order = useOrder(kind);
  const announce = useAnnounce();
  const move = (rows: readonly { id: string; name: string }[], id: string, step: -1 | 1) => {
    const index = rows.findIndex((row) => row.id === id);
    const next = moved(rows, index, step);
    if (next === rows) return;
    order.mutate(
      next.map((row) => row.id),
      {
        onSuccess: () => {
          announce({ text: `${rows[index]?.name ?? ''}を${index + step + 1}番目に移しました`, quiet: true });
          requestAnimationFrame(() => document.getElementById(`${step < 0 ? 'up' : 'down'}-${id}`)?.focus());
        },
      },
    );
  };
  return { move, error: order.error };
}
