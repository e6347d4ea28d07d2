import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AttachmentEntity } from './attachment.entity.ts';

/** Nothing of a file that somebody sent may ever run or be shown as a page of this service. */
const contentPolicy = "sandbox; default-src 'none'";

/** How a file is named in an answer (RFC 6266, RFC 8187): for old programs without accents, for others as it is. */
export function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Answers with a content: to be saved, under its own name, and never to be shown within a page. */
export function servedContent(
  { name, mediaType, sizeBytes, sha256 }: AttachmentEntity,
  pieces: AsyncGenerator<Buffer>,
  reply: FastifyReply,
): StreamableFile {
  void reply.header('content-security-policy', contentPolicy).header('etag', `"${sha256}"`);
  const options = { type: mediaType, disposition: dispositionOf(name), length: sizeBytes };
  return new StreamableFile(Readable.from(pieces, { objectMode: false }), options);
}
