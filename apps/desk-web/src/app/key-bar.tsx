import { Kbd } from '@kotae/ui';
import { activeGroups, useKeyGroups } from '../shared/keys';

/** The keys that matter on this screen, in one line. */
export function KeyBar() {
  const { on, groups } = useKeyGroups();
  if (!on) return <span>キー操作は切ってあります（右上の「キー操作」で入れられます）</span>;
  const shown = activeGroups(groups).flatMap((group) => group.bindings.filter((binding) => binding.bar));
  return shown.map((binding) => (
    <span key={`${binding.keys.join(' ')} ${binding.label}`} className="k-nowrap">
      <Kbd>{binding.shown ?? binding.keys[0]}</Kbd> {binding.label}
    </span>
  ));
}
