import { IsIn, IsInt, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { IndicatorValueRequest } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';

const YEAR = '年度を西暦4桁で選んでください。';

export class YearQueryDto {
  @IsOptional()
  @Matches(/^\d{4}$/, { message: YEAR })
  fiscalYear?: string;
}

/** Which number was clicked: a month's, the year's own, or what the indicator is judged by (the default). */
export class BehindQueryDto extends YearQueryDto {
  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/, { message: '月を選んでください。' })
  month?: string;

  @IsOptional()
  @IsIn(['value', 'year'], { message: '年度の数か、指標の値かを選んでください。' })
  scope?: 'value' | 'year';

  @IsOptional()
  @IsString({ message: '一覧の続きを読めませんでした。' })
  @MaxLength(400, { message: '一覧の続きを読めませんでした。' })
  after?: string;
}

export class IndicatorValueDto implements IndicatorValueRequest {
  @IsInt({ message: YEAR })
  @Min(1988, { message: YEAR })
  @Max(2100, { message: YEAR })
  fiscalYear!: number;

  @IsOptional()
  @IsNumber({}, { message: '数字で入力してください。' })
  value: number | null = null;

  @IsOptional()
  @IsString({ message: '文字で入力してください。' })
  @MaxLength(1_000, { message: `${LIMITS.printedValue}文字以内で書いてください。` })
  printed?: string | null;

  @IsString({ message: 'どこから得た数字かを書いてください。' })
  @MaxLength(5_000, { message: `${LIMITS.valueSource}文字以内で書いてください。` })
  sourceText!: string;
}
