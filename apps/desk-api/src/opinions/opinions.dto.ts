import { IsIn, IsInt, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { AnswerRequest, AnswerStepRequest, OutcomeRequest } from '@kotae/contracts';
import { LIMITS, OUTCOMES, type Outcome } from '@kotae/kernel';

const VERSION = { message: '画面を更新して、もう一度お試しください。' };

export class AnswerDto implements AnswerRequest {
  @IsString({ message: '回答案を書いてください。' })
  @MaxLength(LIMITS.answer * 2, { message: `回答案は${LIMITS.answer.toLocaleString('ja')}文字までで書いてください。` })
  body!: string;

  @IsInt(VERSION)
  version!: number;
}

export class AnswerStepDto implements AnswerStepRequest {
  @IsInt(VERSION)
  version!: number;

  @IsOptional()
  @IsString({ message: 'コメントを文字で書いてください。' })
  @MaxLength(LIMITS.comment * 2, {
    message: `コメントは${LIMITS.comment.toLocaleString('ja')}文字までで書いてください。`,
  })
  comment?: string | null;
}

export class OutcomeDto implements OutcomeRequest {
  @IsIn(OUTCOMES, { message: '対応の種別を選んでください。' })
  outcome!: Outcome;

  @IsString({ message: '対応の日を年月日で書いてください。' })
  @Length(10, 10, { message: '対応の日を年月日で書いてください。' })
  on!: string;

  @IsOptional()
  @IsString({ message: '次に見直す日を年月日で書いてください。' })
  @Length(10, 10, { message: '次に見直す日を年月日で書いてください。' })
  nextLookOn?: string | null;

  @IsOptional()
  @IsString({ message: '理由を文字で書いてください。' })
  @MaxLength(LIMITS.reason * 2, { message: `理由は${LIMITS.reason}文字までで書いてください。` })
  reason?: string | null;
}
