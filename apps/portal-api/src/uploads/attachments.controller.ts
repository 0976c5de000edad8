import { Controller, Delete, Headers, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { UploadAccepted } from '@kotae/contracts';
import { DomainError } from '@kotae/kernel';
import type { FastifyRequest } from 'fastify';
import { problems, ref } from '../api/open-api-parts';
import { addressKey } from '../barrier/address-key';
import { UPLOADS } from '../tokens';
import { bytesOf } from './file-part';
import { UploadCounter } from './upload-counter';

@ApiTags('添付ファイル')
@Controller('api/v1/attachments')
export class AttachmentsController {
  constructor(@Inject(UPLOADS) private readonly uploads: UploadCounter) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    operationId: 'uploadAttachment',
    summary: 'ファイルを1つ預ける',
    description: '写真は向きを直し、撮影場所などの情報を除いて作り直します。送られないまま1日たつと消します。',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary', description: 'JPEG、PNG、WebP、PDF。10MBまで' } },
    },
  })
  @ApiResponse({ status: 201, description: '預かりました', schema: ref('UploadAccepted') })
  @problems(400, 413, 415, 422, 429)
  async add(@Req() request: FastifyRequest): Promise<UploadAccepted> {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) {
      throw new DomainError('invalid_input', 'ファイルを選んでください。', [
        { field: 'file', message: 'multipart/form-data の file にファイルを1つ入れてください。' },
      ]);
    }
    return this.uploads.take(addressKey(request.ip), part.filename, () => bytesOf(part));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeAttachment', summary: '預けたファイルを消す' })
  @ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } })
  @ApiHeader({ name: 'Kotae-Upload-Key', required: true, description: '預けたときに受け取った key' })
  @ApiResponse({ status: 204, description: '消しました' })
  @problems(404)
  async remove(@Param('id') id: string, @Headers('kotae-upload-key') key: string | undefined): Promise<void> {
    if (!(await this.uploads.remove({ id, key: key ?? '' }))) {
      throw new DomainError('not_found', 'このファイルは見つかりませんでした。');
    }
  }
}
