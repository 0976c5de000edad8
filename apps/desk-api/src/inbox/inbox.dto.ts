import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { INBOX_VIEWS, type InboxView } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';

export class InboxQueryDto {
  @IsOptional()
  @IsIn(INBOX_VIEWS, { message: '表示する一覧を選んでください。' })
  view?: InboxView;

  @IsOptional()
  @IsString({ message: '一覧の続きを読めませんでした。' })
  @MaxLength(400, { message: '一覧の続きを読めませんでした。' })
  after?: string;

  @IsOptional()
  @IsString({ message: '探す言葉を入力してください。' })
  @MaxLength(LIMITS.searchQuery, { message: `探す言葉は${LIMITS.searchQuery}文字までにしてください。` })
  q?: string;
}
