import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { CloseRequest, TriageRequest, TriagedOpinion, UrgencyRequest } from '@kotae/contracts';
import {
  LIMITS,
  OPINION_CLASSES,
  OPINION_SUBTYPES,
  URGENCY_KINDS,
  type OpinionClass,
  type OpinionSubtype,
  type UrgencyKind,
} from '@kotae/kernel';

const VERSION = { message: '画面を更新して、もう一度お試しください。' };

export class TriagedOpinionDto implements TriagedOpinion {
  @IsOptional()
  @IsUUID('all', { message: '意見を選び直してください。' })
  id?: string | null;

  @IsInt({ message: '意見の範囲を、本文の中から選び直してください。' })
  @Min(0, { message: '意見の範囲を、本文の中から選び直してください。' })
  start!: number;

  @IsInt({ message: '意見の範囲を、本文の中から選び直してください。' })
  @Min(0, { message: '意見の範囲を、本文の中から選び直してください。' })
  end!: number;

  @IsIn(OPINION_CLASSES, { message: '分類を選んでください。' })
  class!: OpinionClass;

  @IsOptional()
  @IsIn(OPINION_SUBTYPES, { message: '分類の型を選んでください。' })
  subtype?: OpinionSubtype | null;

  @IsOptional()
  @IsString({ message: '細分類を一覧から選んでください。' })
  @Length(1, 60, { message: '細分類を一覧から選んでください。' })
  finerClass?: string | null;

  @IsString({ message: '分野を選んでください。' })
  @Length(1, 60, { message: '分野を選んでください。' })
  topic!: string;

  @IsString({ message: '担当課を選んでください。' })
  @Length(1, 60, { message: '担当課を選んでください。' })
  sectionId!: string;
}

export class TriageDto implements TriageRequest {
  @IsInt(VERSION)
  version!: number;

  @IsArray({ message: '意見を1件以上選んでください。' })
  @ArrayMaxSize(50, { message: '意見は50件までに分けてください。' })
  @ValidateNested({ each: true })
  @Type(() => TriagedOpinionDto)
  opinions!: TriagedOpinionDto[];

  @IsOptional()
  @IsString({ message: '理由を文字で書いてください。' })
  @MaxLength(LIMITS.reason * 2, { message: `理由は${LIMITS.reason}文字までで書いてください。` })
  reason?: string | null;
}

export class UrgencyDto implements UrgencyRequest {
  @ValidateIf(({ urgent }: UrgencyDto) => urgent !== null)
  @IsIn(URGENCY_KINDS, { message: '緊急の種類を選んでください。' })
  urgent!: UrgencyKind | null;

  @ValidateIf(({ decidedAt }: UrgencyDto) => decidedAt !== null)
  @IsISO8601({}, VERSION)
  decidedAt!: string | null;
}

export class CloseDto implements CloseRequest {
  @IsInt(VERSION)
  version!: number;

  @IsIn(['circulated', 'forwarded'], { message: '供覧か移ちょうかを選んでください。' })
  kind!: 'circulated' | 'forwarded';

  @IsString({ message: '理由を書いてください。' })
  @MaxLength(LIMITS.reason * 2, { message: `理由は${LIMITS.reason}文字までで書いてください。` })
  reason!: string;

  @IsOptional()
  @IsString({ message: '移ちょう先を書いてください。' })
  @MaxLength(LIMITS.name * 2, { message: `移ちょう先は${LIMITS.name}文字までで書いてください。` })
  to?: string | null;
}
