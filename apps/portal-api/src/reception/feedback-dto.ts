import { ApiProperty } from '@nestjs/swagger';
import type { FeedbackRequest } from '@kotae/contracts';
import { IsBoolean } from 'class-validator';

export class FeedbackDto implements FeedbackRequest {
  @ApiProperty({ description: '回答が分かったか', example: true })
  @IsBoolean({ message: 'true か false で送ってください。' })
  understood!: boolean;
}
