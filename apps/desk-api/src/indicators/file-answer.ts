import type { FastifyReply } from 'fastify';

/** A file to be kept by who asked for it; `name` may be Japanese (RFC 5987), `plain` is for programs that read ASCII only. */
export interface FileAnswer {
  readonly name: string;
  readonly plain: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Characters that no file system of a city hall refuses. */
const REFUSED = /[\\/:*?"<>|\u0000-\u001f]/g;

export async function sendFile(reply: FastifyReply, { name, plain, mediaType, bytes }: FileAnswer): Promise<void> {
  const encoded = encodeURIComponent(name.toWellFormed().replace(REFUSED, ' ')).replace(/['()*]/g, percent);
  await reply
    .headers({
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(bytes);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
