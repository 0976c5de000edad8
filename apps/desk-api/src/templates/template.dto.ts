import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { TemplateRequest } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';

export class TemplateDto implements TemplateRequest {
  @IsOptional()
  @IsString({ message: '担当課を選んでください。' })
  @MaxLength(100, { message: '担当課を選んでください。' })
  sectionId: string | null = null;

  @IsString({ message: '名前を入力してください。' })
  @Length(1, LIMITS.templateName, { message: `名前は1〜${LIMITS.templateName}文字で入力してください。` })
  name!: string;

  @IsString({ message: '本文を入力してください。' })
  @Length(1, LIMITS.answer, { message: `本文は1〜${LIMITS.answer.toLocaleString('ja')}文字で入力してください。` })
  body!: string;
}
