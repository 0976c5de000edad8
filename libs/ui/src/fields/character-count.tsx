export interface CharacterCountProps {
  /** Id of the text control it counts for; its own id is `<for>-count`. */
  for: string;
  /** Limit in characters as the server counts them. */
  max: number;
  /** Characters already written, when known. */
  current?: number | undefined;
}

const NUMBER = new Intl.NumberFormat('ja-JP');

/**
 * How much may be written, and how much is. Without JavaScript it states the limit;
 * a script finds it by `data-count-for` and writes into `data-count-now`.
 */
export function CharacterCount({ for: controlId, max, current }: CharacterCountProps) {
  const over = current !== undefined && current > max;
  return (
    <p
      id={`${controlId}-count`}
      className={over ? 'k-count k-count--over' : 'k-count'}
      data-count-for={controlId}
      data-count-max={max}
    >
      <span data-count-now="">{current === undefined ? '' : `${NUMBER.format(current)}字 / `}</span>
      {NUMBER.format(max)}字まで
      {over && <strong>（{NUMBER.format(current - max)}字多いです）</strong>}
    </p>
  );
}
