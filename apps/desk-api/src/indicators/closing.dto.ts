import { IsInt, Matches, Max, Min } from 'class-validator';
import type { ClosePlanYearRequest } from '@kotae/contracts';

const YEAR = '年度を西暦4桁で選んでください。';

export class ClosePlanYearDto implements ClosePlanYearRequest {
  @IsInt({ message: YEAR })
  @Min(1988, { message: YEAR })
  @Max(2100, { message: YEAR })
  fiscalYear!: number;

  /** From the page that was looked at: nobody closes numbers that nobody saw. */
  @Matches(/^[0-9a-f]{64}$/, { message: '締める数を確かめてから、締めてください。' })
  digest!: string;
}
