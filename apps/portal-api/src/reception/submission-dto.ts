import { ApiProperty } from '@nestjs/swagger';
import type { SubmissionRequest } from '@kotae/contracts';
import { AGE_BANDS, LIMITS, REPLY_CHANNELS, type AgeBand, type ReplyChannel } from '@kotae/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const KINDS = ['letter_to_mayor', 'web_opinion'] as const;
const text = { message: '文字で送ってください。' };
/** Shape only; the rules about lengths and fields that need each other are `checkSubmission`'s. */
const MOST_TEXT = LIMITS.body * 4;
const short = (limit: number) => MaxLength(limit * 4, { message: '長すぎます。' });

export class ReplyDto {
  @ApiProperty({ description: '返事がほしいか', example: true })
  @IsBoolean({ message: 'true か false で送ってください。' })
  wanted!: boolean;

  @ApiProperty({ enum: REPLY_CHANNELS, required: false, nullable: true, description: '返事の受け取り方' })
  @IsOptional()
  @IsIn(REPLY_CHANNELS, { message: 'email か post で送ってください。' })
  channel?: ReplyChannel | null;

  @ApiProperty({ type: String, required: false, nullable: true, maxLength: LIMITS.email, example: 'name@example.jp' })
  @IsOptional()
  @IsString(text)
  @short(LIMITS.email)
  email?: string | null;

  @ApiProperty({ type: String, required: false, nullable: true, example: '123-4567' })
  @IsOptional()
  @IsString(text)
  @short(LIMITS.postalCode)
  postalCode?: string | null;

  @ApiProperty({ type: String, required: false, nullable: true, maxLength: LIMITS.address })
  @IsOptional()
  @IsString(text)
  @short(LIMITS.address)
  address?: string | null;
}

export class AttachmentRefDto {
  @ApiProperty({ format: 'uuid', description: 'POST /api/v1/attachments が返した id' })
  @IsUUID('all', { message: 'idの形が正しくありません。' })
  id!: string;

  @ApiProperty({ description: 'POST /api/v1/attachments が返した key' })
  @IsString(text)
  @MaxLength(100, { message: '長すぎます。' })
  key!: string;
}

export class SubmissionDto implements SubmissionRequest {
  @ApiProperty({ enum: KINDS, description: '市長への手紙 / 意見・提案', example: 'web_opinion' })
  @IsIn(KINDS, { message: 'letter_to_mayor か web_opinion で送ってください。' })
  kind!: (typeof KINDS)[number];

  @ApiProperty({ type: String, required: false, nullable: true, maxLength: LIMITS.subject, example: '図書館について' })
  @IsOptional()
  @IsString(text)
  @short(LIMITS.subject)
  subject?: string | null;

  @ApiProperty({
    maxLength: LIMITS.body,
    description: '本文。長さは文字（符号位置）で数えます。',
    example: '図書館を夜8時まで開けてほしいです。仕事のあとに寄れるようになります。',
  })
  @IsString({ message: '伝えたいことを書いてください。' })
  @MaxLength(MOST_TEXT, { message: `本文は${LIMITS.body.toLocaleString('ja')}文字までで書いてください。` })
  body!: string;

  @ApiProperty({ type: () => ReplyDto })
  @IsDefined({ message: '返事がほしいかどうかを送ってください。' })
  @ValidateNested({ message: '返事の受け取り方をまとめて送ってください。' })
  @Type(() => ReplyDto)
  reply!: ReplyDto;

  @ApiProperty({ type: String, required: false, nullable: true, maxLength: LIMITS.name, example: '髙﨑 花子' })
  @IsOptional()
  @IsString(text)
  @short(LIMITS.name)
  name?: string | null;

  @ApiProperty({ type: String, required: false, nullable: true, description: '市が決めた地区の名前', example: '中央' })
  @IsOptional()
  @IsString(text)
  @MaxLength(100, { message: '長すぎます。' })
  district?: string | null;

  @ApiProperty({ enum: AGE_BANDS, required: false, nullable: true, description: '年代' })
  @IsOptional()
  @IsIn(AGE_BANDS, { message: '年代の値が正しくありません。' })
  ageBand?: AgeBand | null;

  @ApiProperty({ required: false, default: false, description: '個人が分からない形で公表してよいか' })
  @IsOptional()
  @IsBoolean({ message: 'true か false で送ってください。' })
  publishConsent?: boolean;

  @ApiProperty({ type: () => [AttachmentRefDto], required: false, maxItems: LIMITS.attachments })
  @IsOptional()
  @IsArray({ message: '並びで送ってください。' })
  @ArrayMaxSize(LIMITS.attachments, { message: `添付できるファイルは${LIMITS.attachments}つまでです。` })
  @ValidateNested({ each: true })
  @Type(() => AttachmentRefDto)
  attachments?: AttachmentRefDto[];

  @ApiProperty({
    type: String,
    required: false,
    nullable: true,
    description: '前に送った声の照会コード（書き足すとき）',
  })
  @IsOptional()
  @IsString(text)
  @MaxLength(40, { message: '長すぎます。' })
  follows?: string | null;
}
