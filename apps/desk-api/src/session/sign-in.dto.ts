import { IsString, Length } from 'class-validator';
import type { SignInRequest } from '@kotae/contracts';

export class SignInDto implements SignInRequest {
  @IsString({ message: 'ログインIDを入力してください。' })
  @Length(1, 100, { message: 'ログインIDを入力してください。' })
  login!: string;

  @IsString({ message: 'パスワードを入力してください。' })
  @Length(1, 200, { message: 'パスワードを入力してください。' })
  password!: string;
}
