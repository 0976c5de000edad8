import { Dialog } from '@kotae/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useFirstFocus } from '../../shared/first-focus';
import { matching } from './topic-match';
import type { Choice } from './topic-match';

export interface ChooseDialogProps {
  title: string;
  hint: string;
  choices: readonly Choice[];
  chosen: string | null;
  onChoose: (value: string) => void;
  onClose: () => void;
}

/** A list that narrows while one types; arrows move, Enter takes. */
export function ChooseDialog(props: ChooseDialogProps) {
  return (
    <Dialog open onClose={props.onClose} title={props.title}>
      <TypeAhead {...props} />
    </Dialog>
  );
}

function TypeAhead({ hint, title, choices, chosen, onChoose }: ChooseDialogProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const box = useFirstFocus<HTMLInputElement>();
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = matching(choices, typed);
  const active = Math.min(at, found.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, typed]);
  return (
    <div className="k-stack k-stack--small">
      <p id={`${id}-hint`} className="k-muted k-small">
        {hint}
      </p>
      <input
        ref={box}
        className="k-input"
        type="text"
        role="combobox"
        aria-label={title}
        aria-describedby={`${id}-hint`}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[active] ? `${id}-${found[active].value}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setAt(Math.min(found.length - 1, Math.max(0, active + step)));
          }
          const pick = found[active];
          if (event.key === 'Enter' && pick) {
            event.preventDefault();
            onChoose(pick.value);
          }
        }}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={title} className="d-choose" tabIndex={-1}>
        {found.map((choice, index) => (
          <li
            key={choice.value}
            id={`${id}-${choice.value}`}
            role="option"
            aria-selected={index === active}
            className="d-choose__item"
            onClick={() => onChoose(choice.value)}
          >
            <span>
              {choice.label}
              {choice.value === chosen && <span className="k-muted">（いまの選択）</span>}
            </span>
            <span className="k-muted">{choice.note}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={found.length === 0 ? 'k-muted' : 'k-visually-hidden'}>
        {found.length === 0 ? '当てはまるものがありません' : `${found.length}件`}
      </p>
    </div>
  );
}
