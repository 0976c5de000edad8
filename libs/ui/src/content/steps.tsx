import { Icon } from '../icons';

export interface StepsProps {
  /** What the steps lead to, for screen readers: 「送信までの手順」. */
  label: string;
  items: readonly string[];
  /** Index of the step one is at. */
  current: number;
}

/** Write → check → done: where one is, in a few words. */
export function Steps({ label, items, current }: StepsProps) {
  return (
    <ol className="k-steps" aria-label={label}>
      {items.map((item, index) => {
        const done = index < current;
        const state = done ? 'done' : index === current ? 'current' : 'next';
        return (
          <li
            key={item}
            className={`k-steps__item k-steps__item--${state}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className="k-steps__mark" aria-hidden="true">
              {done ? <Icon name="check" /> : index + 1}
            </span>
            <span className="k-steps__text">
              {item}
              {done && <span className="k-visually-hidden">（済み）</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
