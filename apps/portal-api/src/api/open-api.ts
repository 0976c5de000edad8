import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SCHEMAS } from './schemas';

/** The API's description, made from the controllers; served at `/api/v1/openapi.json`. */
export function openApiDocument(app: NestFastifyApplication, cityName: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(`${cityName} 市民の声 API`)
    .setDescription(
      '声を送り、その後を見て、公表された声と計画の指標を読むためのAPIです。断るときは RFC 9457（application/problem+json）で理由を返します。',
    )
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...SCHEMAS } };
  document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/')));
  return document;
}
