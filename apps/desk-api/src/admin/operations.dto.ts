import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class FailedQueryDto {
  @IsOptional()
  @IsString({ message: '一覧の続きを読めませんでした。' })
  @MaxLength(400, { message: '一覧の続きを読めませんでした。' })
  after?: string;
}

export class RetryDto {
  @IsUUID('all', { message: 'どの処理かを選んでください。' })
  eventId!: string;

  @IsString({ message: 'どの処理かを選んでください。' })
  @MaxLength(100, { message: 'どの処理かを選んでください。' })
  reaction!: string;
}
