import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import type { StaffRequest } from '@kotae/contracts';
import { LIMITS, ROLES, type Role } from '@kotae/kernel';

export class StaffDto implements StaffRequest {
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._@-]{1,49}$/, {
    message: 'ログインIDは半角の英数字と . _ - @ で、2〜50文字で入力してください。',
  })
  login!: string;

  @IsString({ message: '氏名を入力してください。' })
  @Length(1, LIMITS.name, { message: `氏名は1〜${LIMITS.name}文字で入力してください。` })
  name!: string;

  @IsIn(ROLES, { message: '役割を選んでください。' })
  role!: Role;

  @IsOptional()
  @IsString({ message: '担当課を選んでください。' })
  @MaxLength(100, { message: '担当課を選んでください。' })
  sectionId?: string | null;

  @IsBoolean({ message: '使えるかどうかを選んでください。' })
  active!: boolean;

  @IsOptional()
  @IsString({ message: 'パスワードを入力してください。' })
  @MaxLength(1_000, { message: 'パスワードが長すぎます。' })
  password?: string | null;
}
