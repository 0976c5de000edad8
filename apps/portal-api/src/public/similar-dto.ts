import { ApiProperty } from '@nestjs/swagger';
import type { SimilarRequest } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';
import { IsString, MaxLength } from 'class-validator';

export class SimilarDto implements SimilarRequest {
  @ApiProperty({ description: '書いている途中の本文', example: '図書館を夜も開けてほしい' })
  @IsString({ message: '文字で送ってください。' })
  @MaxLength(LIMITS.body * 4, { message: '長すぎます。' })
  text!: string;
}
