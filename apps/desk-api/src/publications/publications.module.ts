import { Module } from '@nestjs/common';
import { PublicationDesk } from './publication-desk';
import { PublicationsController } from './publications.controller';

@Module({ controllers: [PublicationsController], providers: [PublicationDesk] })
export class PublicationsModule {}
