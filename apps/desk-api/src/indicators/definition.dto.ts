import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  DIRECTIONS,
  FORMULA_NAMES,
  INDICATOR_MODES,
  TARGET_COMPARISONS,
  type Direction,
  type FormulaName,
  type IndicatorMode,
  type TargetComparison,
} from '@kotae/indicators';

const TEXT = '文字で入力してください。';
const LONG = '長すぎます。';
const YEAR = '年度を西暦4桁で選んでください。';
const NUMBER = '数字で入力してください。';
const VERSION = '画面を更新して、もう一度お試しください。';
const CHOOSE = '一覧から選んでください。';

/** `source` is read by `readSource` of libs/indicators, which names every field that does not fit. */
export class CountingPreviewDto {
  @IsObject({ message: '値の出どころを選んでください。' })
  source!: object;

  @IsIn(INDICATOR_MODES, { message: CHOOSE })
  mode!: IndicatorMode;
}

export class SourceChangeDto extends CountingPreviewDto {
  @IsInt({ message: VERSION })
  @Min(0, { message: VERSION })
  version!: number;

  @IsString({ message: TEXT })
  @MaxLength(5_000, { message: LONG })
  reason!: string;
}

export class FormulaChangeDto {
  @IsInt({ message: VERSION })
  @Min(0, { message: VERSION })
  version!: number;

  @IsOptional()
  @IsIn(FORMULA_NAMES, { message: CHOOSE })
  formula: FormulaName | null = null;

  @IsString({ message: TEXT })
  @MaxLength(5_000, { message: LONG })
  reason!: string;
}

export class TargetDto {
  @IsIn(TARGET_COMPARISONS, { message: CHOOSE })
  comparison!: TargetComparison;

  @IsOptional()
  @IsNumber({}, { message: NUMBER })
  value: number | null = null;

  @IsOptional()
  @IsNumber({}, { message: NUMBER })
  high?: number | null;

  @IsOptional()
  @IsNumber({}, { message: NUMBER })
  tolerance?: number | null;

  @IsOptional()
  @IsString({ message: TEXT })
  @MaxLength(5_000, { message: LONG })
  printed?: string | null;

  @IsOptional()
  @IsInt({ message: YEAR })
  @Min(1988, { message: YEAR })
  @Max(2100, { message: YEAR })
  targetYear?: number | null;
}

export class TargetRevisionDto extends TargetDto {
  @IsInt({ message: VERSION })
  @Min(0, { message: VERSION })
  version!: number;

  @IsInt({ message: YEAR })
  @Min(1988, { message: YEAR })
  @Max(2100, { message: YEAR })
  fromFiscalYear!: number;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '日付を確かめてください。' })
  decidedOn?: string | null;

  @IsString({ message: TEXT })
  @MaxLength(5_000, { message: LONG })
  reason!: string;
}

export class NewPlanDto {
  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  name!: string;

  @IsInt({ message: YEAR })
  firstYear!: number;

  @IsInt({ message: YEAR })
  lastYear!: number;
}

export class BaselineDto {
  @IsOptional()
  @IsNumber({}, { message: NUMBER })
  value: number | null = null;

  @IsOptional()
  @IsInt({ message: YEAR })
  @Min(1988, { message: YEAR })
  @Max(2100, { message: YEAR })
  fiscalYear: number | null = null;

  @IsOptional()
  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  printed?: string | null;
}

export class WordingChangeDto {
  @IsInt({ message: VERSION })
  @Min(0, { message: VERSION })
  version!: number;

  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  name!: string;

  @IsOptional()
  @IsString({ message: TEXT })
  @MaxLength(5_000, { message: LONG })
  definition: string | null = null;

  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  section!: string;

  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  policy!: string;

  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  unit!: string;

  @IsDefined({ message: '基準値を確かめてください。' })
  @ValidateNested()
  @Type(() => BaselineDto)
  baseline!: BaselineDto;

  @IsString({ message: TEXT })
  @MaxLength(5_000, { message: LONG })
  reason!: string;
}

export class NewIndicatorDto extends CountingPreviewDto {
  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  name!: string;

  @IsOptional()
  @IsString({ message: TEXT })
  @MaxLength(5_000, { message: LONG })
  definition: string | null = null;

  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  section = '';

  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  policy = '';

  @IsString({ message: TEXT })
  @MaxLength(1_000, { message: LONG })
  unit = '';

  @IsIn(DIRECTIONS, { message: CHOOSE })
  direction!: Direction;

  @IsDefined({ message: '基準値を確かめてください。' })
  @ValidateNested()
  @Type(() => BaselineDto)
  baseline!: BaselineDto;

  @IsDefined({ message: '目標を確かめてください。' })
  @ValidateNested()
  @Type(() => TargetDto)
  target!: TargetDto;

  @IsOptional()
  @IsIn(FORMULA_NAMES, { message: CHOOSE })
  formula: FormulaName | null = null;
}
