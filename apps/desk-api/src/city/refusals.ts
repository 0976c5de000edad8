import { DomainError, type FieldProblem } from '@kotae/kernel';

/** Who edits names the version that was on the screen. */
export function demandVersion(given: number | null | undefined, present: number): void {
  if (given !== present)
    throw new DomainError('stale', 'ほかの人が先に変更しました。画面を更新して、もう一度お試しください。');
}

export function refused(...problems: FieldProblem[]): DomainError {
  return new DomainError('invalid_input', '入力をもう一度ご確認ください。', problems);
}

export function gone(): DomainError {
  return new DomainError('not_found', '見つかりませんでした。');
}
