import { CheckboxField, Dialog, Kbd } from '@kotae/ui';
import { activeGroups, useKeyGroups } from '../shared/keys';

const EVERYWHERE = [
  { shown: 'Ctrl + Enter', label: '入力中でも、いま開いているものを確定・保存・送信する' },
  { shown: 'Esc', label: '開いている窓を閉じる' },
  { shown: 'Tab', label: '次の項目へ' },
];

/** All keys of the screen one is on, and the switch that turns them off. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { on, setOn, groups } = useKeyGroups();
  const lists = [
    ...activeGroups(groups).map((group) => ({
      name: group.name,
      items: group.bindings.map((binding) => ({
        shown: binding.shown ?? binding.keys.join(' / '),
        label: binding.label,
      })),
    })),
    { name: 'どこでも', items: EVERYWHERE },
  ];
  return (
    <Dialog open={open} onClose={onClose} title="キー操作" size="wide">
      <div className="k-stack">
        <CheckboxField
          id="keys-on"
          name="keys"
          label="文字のキーで操作する"
          hint="切ると、文字のキーは何もしません。音声入力や文字入力の補助を使うときに切ってください。"
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        <div className="d-help">
          {lists.map((list) => (
            <section key={list.name}>
              <h3>{list.name}</h3>
              <dl className="d-help__list">
                {list.items.map((item) => (
                  <div key={`${item.shown} ${item.label}`}>
                    <dt>
                      <Kbd>{item.shown}</Kbd>
                    </dt>
                    <dd>{item.label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
