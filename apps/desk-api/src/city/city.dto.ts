import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type {
  ClassView,
  ClassesView,
  FinerClassView,
  MergeRequest,
  OrderRequest,
  SectionRequest,
  TopicRequest,
} from '@kotae/contracts';
import { OPINION_CLASSES, type OpinionClass } from '@kotae/kernel';

const VERSION = { message: '画面を更新して、もう一度お試しください。' };
const NAME = { message: '名前は1〜40文字で入力してください。' };
const STATE = { message: '使うかどうかを選んでください。' };

export class SectionDto implements SectionRequest {
  @IsString(NAME)
  @Length(1, 40, NAME)
  name!: string;

  @IsBoolean(STATE)
  active!: boolean;

  @IsOptional()
  @IsInt(VERSION)
  version?: number | null;
}

export class TopicDto implements TopicRequest {
  @IsString(NAME)
  @Length(1, 40, NAME)
  name!: string;

  @IsString({ message: '主に担当する課を選んでください。' })
  @Length(1, 60, { message: '主に担当する課を選んでください。' })
  sectionId!: string;

  @IsArray({ message: '手がかりの言葉を入力してください。' })
  @ArrayMaxSize(500, { message: '手がかりの言葉は500までです。' })
  @IsString({ each: true, message: '手がかりの言葉を入力してください。' })
  @Length(1, 30, { each: true, message: '手がかりの言葉は、1つにつき30文字までです。' })
  keywords!: string[];

  @IsBoolean(STATE)
  active!: boolean;

  @IsOptional()
  @IsInt(VERSION)
  version?: number | null;
}

export class OrderDto implements OrderRequest {
  @IsArray(VERSION)
  @ArrayMaxSize(1_000, VERSION)
  @ArrayUnique(VERSION)
  @IsString({ each: true, ...VERSION })
  @MaxLength(60, { each: true, ...VERSION })
  ids!: string[];
}

export class MergeDto implements MergeRequest {
  @IsString({ message: '引き継ぐ課を選んでください。' })
  @Length(1, 60, { message: '引き継ぐ課を選んでください。' })
  into!: string;

  @IsInt(VERSION)
  version!: number;
}

class FinerClassDto implements FinerClassView {
  @IsString(VERSION)
  @MaxLength(60, VERSION)
  code!: string;

  @IsString({ message: '細分類の名前は1〜20文字で入力してください。' })
  @Length(1, 20, { message: '細分類の名前は1〜20文字で入力してください。' })
  name!: string;

  @IsBoolean(STATE)
  active!: boolean;
}

class ClassDto implements ClassView {
  @IsIn(OPINION_CLASSES, VERSION)
  code!: OpinionClass;

  @IsString({ message: '分類の名前は1〜12文字で入力してください。' })
  @Length(1, 12, { message: '分類の名前は1〜12文字で入力してください。' })
  name!: string;

  @IsString({ message: '見分け方は1〜200文字で入力してください。' })
  @Length(1, 200, { message: '見分け方は1〜200文字で入力してください。' })
  rule!: string;

  @IsArray({ message: '細分類を入力してください。' })
  @ArrayMaxSize(30, { message: '細分類は、1つの分類につき30までです。' })
  @ValidateNested({ each: true })
  @Type(() => FinerClassDto)
  finer!: FinerClassDto[];
}

export class ClassesDto implements ClassesView {
  @IsInt(VERSION)
  version!: number;

  @IsArray(VERSION)
  @ArrayMaxSize(OPINION_CLASSES.length, VERSION)
  @ValidateNested({ each: true })
  @Type(() => ClassDto)
  classes!: ClassDto[];
}
