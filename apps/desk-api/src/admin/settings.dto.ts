import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { SettingsView } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';

const needed = (label: string, most: number) => ({ message: `${label}は1〜${most}文字で入力してください。` });
const URL_RULE = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

class ReplyRuleDto {
  @IsInt({ message: '日数を入力してください。' })
  @Min(1, { message: '日数は1〜90で入力してください。' })
  @Max(90, { message: '日数は1〜90で入力してください。' })
  days!: number;

  @IsIn(['calendar', 'open'], { message: '暦の日数か開庁日数かを選んでください。' })
  unit!: 'calendar' | 'open';
}

class UrgentLineDto {
  @IsString({ message: '名前を入力してください。' })
  @Length(1, 60, needed('名前', 60))
  name!: string;

  @IsString({ message: '電話番号を入力してください。' })
  @Length(1, LIMITS.phone, needed('電話番号', LIMITS.phone))
  phone!: string;

  @IsString({ message: '時間を入力してください。' })
  @Length(0, 60, { message: '時間は60文字までで入力してください。' })
  hours!: string;
}

/** The whole of the city's settings: what is not sent is not kept. */
export class SettingsDto implements SettingsView {
  @IsString({ message: '市の名前を入力してください。' })
  @Length(1, 40, needed('市の名前', 40))
  name!: string;

  @IsString({ message: '市長の名前を入力してください。' })
  @Length(1, LIMITS.name, needed('市長の名前', LIMITS.name))
  mayorName!: string;

  @IsString({ message: '担当の名前を入力してください。' })
  @Length(1, 60, needed('担当の名前', 60))
  deskName!: string;

  @IsString({ message: '電話番号を入力してください。' })
  @Length(1, LIMITS.phone, needed('電話番号', LIMITS.phone))
  deskPhone!: string;

  @Matches(/^\d{3}-?\d{4}$/, { message: '郵便番号は7桁の数字で入力してください。' })
  deskPostalCode!: string;

  @IsString({ message: '住所を入力してください。' })
  @Length(1, LIMITS.address, needed('住所', LIMITS.address))
  deskAddress!: string;

  @Matches(/^[^\s@<>]+@[^\s@<>]+$/, { message: 'メールアドレスを入力してください。' })
  @Length(3, LIMITS.email, needed('メールアドレス', LIMITS.email))
  deskEmail!: string;

  @IsArray({ message: '地区を入力してください。' })
  @ArrayMaxSize(200, { message: '地区は200までです。' })
  @IsString({ each: true, message: '地区を入力してください。' })
  @Length(1, 40, { each: true, message: '地区の名前は1〜40文字で入力してください。' })
  districts!: string[];

  @ValidateNested()
  @Type(() => ReplyRuleDto)
  replyRule!: ReplyRuleDto;

  @IsArray({ message: '休みの日を入力してください。' })
  @ArrayMaxSize(400, { message: '休みの日は400までです。' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { each: true, message: '休みの日は 2026-11-20 の形で入力してください。' })
  extraHolidays!: string[];

  @IsString({ message: '回答の差出人を入力してください。' })
  @Length(1, 100, needed('回答の差出人', 100))
  replySigner!: string;

  @IsBoolean({ message: '担当課に個人情報を伏せるかどうかを選んでください。' })
  maskForSections!: boolean;

  @IsArray({ message: '相談先を入力してください。' })
  @ArrayMaxSize(20, { message: '相談先は20までです。' })
  @ValidateNested({ each: true })
  @Type(() => UrgentLineDto)
  urgentLines!: UrgentLineDto[];

  @IsArray({ message: '公の語を入力してください。' })
  @ArrayMaxSize(1_000, { message: '公の語は1,000までです。' })
  @IsString({ each: true, message: '公の語を入力してください。' })
  @Length(1, 100, { each: true, message: '公の語は1〜100文字で入力してください。' })
  publicWords!: string[];

  @IsUrl(URL_RULE, { message: '市民向けページのアドレスを https:// から入力してください。' })
  portalUrl!: string;

  @IsUrl(URL_RULE, { message: '職員向けページのアドレスを https:// から入力してください。' })
  deskUrl!: string;

  @IsInt({ message: '画面を更新して、もう一度お試しください。' })
  version!: number;
}
