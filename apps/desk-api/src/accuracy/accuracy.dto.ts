import { ACCURACY_MONTHS } from '@kotae/contracts';
import { OPINION_CLASSES, URGENCY_FATES, type OpinionClass, type UrgencyFate } from '@kotae/kernel';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const CHOICES = ACCURACY_MONTHS.map(String);
const PERIOD = '期間を3か月・6か月・12か月から選んでください。';
const VERSION = 'モデルの版を選んでください。';
const REST = '一覧の続きを読めませんでした。';
const CLASS = '分類を選んでください。';
const WHICH = 'どの受付を見るかを選んでください。';
const TOPIC = '分野を選んでください。';

export class AccuracyQueryDto {
  @IsOptional()
  @IsIn(CHOICES, { message: PERIOD })
  months?: string;

  @IsOptional()
  @IsString({ message: VERSION })
  @MaxLength(100, { message: VERSION })
  version?: string;
}

class PageQueryDto extends AccuracyQueryDto {
  @IsOptional()
  @IsString({ message: REST })
  @MaxLength(400, { message: REST })
  after?: string;
}

class MonthQueryDto extends PageQueryDto {
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '月を選んでください。' })
  month?: string;
}

/** Which cell was clicked. `same` and `band` are about `label`. */
export class VerdictsQueryDto extends MonthQueryDto {
  @IsOptional()
  @IsIn(OPINION_CLASSES, { message: CLASS })
  proposedClass?: OpinionClass;

  @IsOptional()
  @IsIn(OPINION_CLASSES, { message: CLASS })
  decidedClass?: OpinionClass;

  @IsOptional()
  @IsString({ message: TOPIC })
  @MaxLength(100, { message: TOPIC })
  proposedTopic?: string;

  @IsOptional()
  @IsString({ message: TOPIC })
  @MaxLength(100, { message: TOPIC })
  decidedTopic?: string;

  @IsOptional()
  @IsIn(['class', 'topic', 'section'], { message: '分類・分野・担当課のどれかを選んでください。' })
  label?: 'class' | 'topic' | 'section';

  @IsOptional()
  @IsIn(['yes', 'no'], { message: 'そのまま採用されたものか、変えられたものかを選んでください。' })
  same?: 'yes' | 'no';

  @IsOptional()
  @Matches(/^[0-5]$/, { message: '確かさの帯を選んでください。' })
  band?: string;
}

export class SubmissionVerdictsQueryDto extends PageQueryDto {
  @IsIn(['same_count', 'other_count'], { message: WHICH })
  which!: 'same_count' | 'other_count';
}

export class UrgencyVerdictsQueryDto extends MonthQueryDto {
  @IsIn(URGENCY_FATES, { message: WHICH })
  fate!: UrgencyFate;
}
