import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import type { ReplyRequest, SendReplyRequest } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';

const VERSION = { message: '画面を更新して、もう一度お試しください。' };

export class ReplyDto implements ReplyRequest {
  @IsString({ message: '書き出しを書いてください。' })
  @MaxLength(LIMITS.comment * 2, {
    message: `書き出しは${LIMITS.comment.toLocaleString('ja')}文字までで書いてください。`,
  })
  opening!: string;

  @IsString({ message: '結びを書いてください。' })
  @MaxLength(LIMITS.comment * 2, { message: `結びは${LIMITS.comment.toLocaleString('ja')}文字までで書いてください。` })
  closing!: string;

  @IsInt(VERSION)
  version!: number;
}

export class SendReplyDto implements SendReplyRequest {
  @IsOptional()
  @IsInt(VERSION)
  version?: number | null;
}
