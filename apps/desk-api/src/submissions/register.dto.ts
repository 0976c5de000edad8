import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { RegisterRequest } from '@kotae/contracts';
import {
  AGE_BANDS,
  CHANNELS,
  LIMITS,
  REPLY_CHANNELS,
  SUBMISSION_KINDS,
  type AgeBand,
  type Channel,
  type ReplyChannel,
  type SubmissionKind,
} from '@kotae/kernel';
import type { SubmissionInput } from '@kotae/submission';

const text = (label: string) => ({ message: `${label}を文字で書いてください。` });
// Lengths a person counts are checked by the rules of the submission; these only keep nonsense out.
const roomy = (limit: number, label: string) => ({
  message: `${label}は${limit.toLocaleString('ja')}文字までで書いてください。`,
});

export class RegisterReplyDto {
  @IsBoolean({ message: '返事を希望するかどうかを選んでください。' })
  wanted!: boolean;

  @IsOptional()
  @IsIn(REPLY_CHANNELS, { message: '返事の受け取り方を選んでください。' })
  channel?: ReplyChannel | null;
}

export class RegisterSubmitterDto {
  @IsOptional()
  @IsString(text('お名前'))
  @MaxLength(LIMITS.name * 4, roomy(LIMITS.name, 'お名前'))
  name?: string | null;

  @IsOptional()
  @IsString(text('メールアドレス'))
  @MaxLength(LIMITS.email * 2, roomy(LIMITS.email, 'メールアドレス'))
  email?: string | null;

  @IsOptional()
  @IsString(text('電話番号'))
  @MaxLength(LIMITS.phone * 4, roomy(LIMITS.phone, '電話番号'))
  phone?: string | null;

  @IsOptional()
  @IsString(text('郵便番号'))
  @MaxLength(20, roomy(LIMITS.postalCode, '郵便番号'))
  postalCode?: string | null;

  @IsOptional()
  @IsString(text('住所'))
  @MaxLength(LIMITS.address * 4, roomy(LIMITS.address, '住所'))
  address?: string | null;
}

export class RegisterAttachmentDto {
  @IsUUID('all', { message: '添付を選び直してください。' })
  id!: string;

  @IsString({ message: '添付を選び直してください。' })
  @Length(1, 200, { message: '添付を選び直してください。' })
  key!: string;
}

export class RegisterDto implements RegisterRequest {
  @IsIn(SUBMISSION_KINDS, { message: '種類を選んでください。' })
  kind!: SubmissionKind;

  @IsIn(CHANNELS, { message: '受付経路を選んでください。' })
  channel!: Channel;

  @IsString({ message: '受け付けた日を年月日で書いてください。' })
  @Length(10, 10, { message: '受け付けた日を年月日で書いてください。' })
  receivedOn!: string;

  @IsOptional()
  @IsString(text('件名'))
  @MaxLength(LIMITS.subject * 4, roomy(LIMITS.subject, '件名'))
  subject?: string | null;

  @IsString({ message: '本文を書いてください。' })
  @MaxLength(LIMITS.body * 2, roomy(LIMITS.body, '本文'))
  body!: string;

  @IsObject({ message: '返事を希望するかどうかを選んでください。' })
  @ValidateNested()
  @Type(() => RegisterReplyDto)
  reply!: RegisterReplyDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => RegisterSubmitterDto)
  submitter?: RegisterSubmitterDto | null;

  @IsOptional()
  @IsString(text('地区'))
  @MaxLength(100, roomy(100, '地区'))
  district?: string | null;

  @IsOptional()
  @IsIn(AGE_BANDS, { message: '年代を一覧から選んでください。' })
  ageBand?: AgeBand | null;

  @IsOptional()
  @IsBoolean({ message: '公表してよいかどうかを選んでください。' })
  publishConsent?: boolean;

  @IsOptional()
  @IsArray({ message: '添付を選び直してください。' })
  @ArrayMaxSize(LIMITS.attachments, { message: `添付できるファイルは${LIMITS.attachments}つまでです。` })
  @ValidateNested({ each: true })
  @Type(() => RegisterAttachmentDto)
  attachments?: RegisterAttachmentDto[];

  @IsString({ message: '画面を開き直してから、もう一度登録してください。' })
  @Length(1, LIMITS.idempotencyKey - 10, { message: '画面を開き直してから、もう一度登録してください。' })
  idempotencyKey!: string;
}

/** The registration as the one door of submissions takes it. */
export function submissionInput(dto: RegisterDto): SubmissionInput {
  const { kind, channel, receivedOn, body, reply } = dto;
  return {
    kind,
    channel,
    receivedOn,
    subject: blank(dto.subject),
    body,
    reply: { wanted: reply.wanted, channel: reply.wanted ? (reply.channel ?? null) : null },
    submitter: submitterOf(dto.submitter),
    district: blank(dto.district),
    ageBand: dto.ageBand ?? null,
    publishConsent: dto.publishConsent ?? false,
    attachments: dto.attachments ?? [],
    follows: null,
  };
}

/** Nothing typed at all = anonymous. */
function submitterOf(dto: RegisterSubmitterDto | null | undefined): SubmissionInput['submitter'] {
  const submitter = {
    name: blank(dto?.name),
    email: blank(dto?.email),
    phone: blank(dto?.phone),
    postalCode: blank(dto?.postalCode),
    address: blank(dto?.address),
  };
  return Object.values(submitter).every((value) => value === null) ? null : submitter;
}

function blank(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
