import { Module } from '@nestjs/common';
import { PostcardController } from './postcard.controller';

@Module({ controllers: [PostcardController] })
export class DocumentsModule {}
