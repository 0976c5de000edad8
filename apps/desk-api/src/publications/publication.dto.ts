import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type {
  HiddenMark,
  PublicationCreateRequest,
  PublicationRequest,
  Versioned,
  WithdrawRequest,
} from '@kotae/contracts';
import { PII_KINDS, type PiiKind } from '@kotae/kernel';
import { PUBLICATION_STATES, type PublicationState } from '@kotae/publication';

const TEXT = '文字で入力してください。';
const HIDDEN = '伏せたところの種類を送れませんでした。';
const VERSION = '画面を更新して、もう一度お試しください。';
/** Far above every limit of the rules, which say what is too long and where. */
const MOST = 50_000;

export class PublicationsQueryDto {
  @IsOptional()
  @IsIn(PUBLICATION_STATES, { message: '表示する一覧を選んでください。' })
  state?: PublicationState;

  @IsOptional()
  @IsString({ message: '一覧の続きを読めませんでした。' })
  @MaxLength(400, { message: '一覧の続きを読めませんでした。' })
  after?: string;
}

export class PublicationCreateDto implements PublicationCreateRequest {
  @IsUUID('all', { message: '受付を選んでください。' })
  submissionId!: string;

  @IsArray({ message: '公表する意見を選んでください。' })
  @ArrayNotEmpty({ message: '公表する意見を選んでください。' })
  @ArrayMaxSize(50, { message: '一度に公表できる意見は50件までです。' })
  @IsUUID('all', { each: true, message: '公表する意見を選んでください。' })
  opinionIds!: string[];
}

export class VersionDto implements Versioned {
  @IsInt({ message: VERSION })
  @Min(1, { message: VERSION })
  version!: number;
}

class HiddenMarkDto implements HiddenMark {
  @IsIn(PII_KINDS, { message: HIDDEN })
  kind!: PiiKind;

  @IsBoolean({ message: HIDDEN })
  found!: boolean;
}

export class PublicationDto extends VersionDto implements PublicationRequest {
  @IsString({ message: TEXT })
  @MaxLength(MOST, { message: '長すぎます。' })
  title!: string;

  @IsString({ message: TEXT })
  @MaxLength(MOST, { message: '長すぎます。' })
  question!: string;

  @IsString({ message: TEXT })
  @MaxLength(MOST, { message: '長すぎます。' })
  answer!: string;

  @IsArray({ message: '問題がないとした語を送れませんでした。' })
  @ArrayMaxSize(200, { message: '問題がないとした語が多すぎます。' })
  @IsString({ each: true, message: '問題がないとした語を送れませんでした。' })
  cleared!: string[];

  @IsArray({ message: HIDDEN })
  @ArrayMaxSize(500, { message: '伏せたところが多すぎます。' })
  @ValidateNested({ each: true })
  @Type(() => HiddenMarkDto)
  hidden!: HiddenMarkDto[];
}

export class WithdrawDto extends VersionDto implements WithdrawRequest {
  @IsString({ message: '取り下げる理由を書いてください。' })
  @MaxLength(MOST, { message: '長すぎます。' })
  reason!: string;
}
