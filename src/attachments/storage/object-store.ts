import type * as Kit from '@aws-sdk/client-s3';
import type { EntityManager } from 'typeorm';
import type { ObjectStoreConfiguration } from '../../platform/config/attachment-configuration.ts';
import { storeUnavailable } from '../domain/attachments.problems.ts';
import type { ContentStore } from './content-store.ts';
import { sealedPieceBytes } from './sealed-pieces.ts';

/** The client, and the requests that it can send. */
interface Opened {
  readonly kit: typeof Kit;
  readonly client: Kit.S3Client;
}

const prefix = 'attachments/';
/** What else may lie there was not put there by the service. */
const isContent = /^attachments\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const requestMilliseconds = 30_000;
const connectionMilliseconds = 5_000;

/** Makes pieces of the size in which they were sealed out of pieces of any size. */
async function* inSealedPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    waiting.push(part);
    bytes += part.length;
    if (bytes < sealedPieceBytes) continue;
    let whole = Buffer.concat(waiting);
    for (; whole.length >= sealedPieceBytes; whole = whole.subarray(sealedPieceBytes)) {
      yield whole.subarray(0, sealedPieceBytes);
    }
    waiting = [whole];
    bytes = whole.length;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

/** Keeps contents in a store that speaks S3. What is there was sealed here: the store sees names and sizes alone. */
export class ObjectStore implements ContentStore {
  readonly name = 'objects';
  readonly #options: ObjectStoreConfiguration;
  #opened: Promise<Opened> | null = null;

  constructor(options: ObjectStoreConfiguration) {
    this.#options = options;
  }

  async prepare(attachmentId: string, pieces: readonly Buffer[]): Promise<void> {
    await this.#ask(({ kit, client }) => {
      const content = Buffer.concat(pieces);
      const type = { ContentType: 'application/octet-stream', ContentLength: content.length };
      return client.send(new kit.PutObjectCommand({ ...this.#object(attachmentId), ...type, Body: content }));
    });
  }

  write(): void {
    // It was written before the transaction, which must not wait for another service.
  }

  async discard(attachmentId: string): Promise<void> {
    await this.#ask(({ kit, client }) =>
      client.send(new kit.DeleteObjectCommand(this.#object(attachmentId))),
    );
  }

  async *read(_manager: EntityManager, attachmentId: string): AsyncGenerator<Buffer> {
    const answer = await this.#ask(({ kit, client }) =>
      client.send(new kit.GetObjectCommand(this.#object(attachmentId))),
    );
    if (answer.Body === undefined) throw storeUnavailable();
    yield* inSealedPieces(answer.Body as AsyncIterable<Uint8Array>);
  }

  async *kept(_manager: EntityManager, before: Date): AsyncGenerator<readonly string[]> {
    for (let token: string | undefined; ;) {
      const page = await this.#ask(({ kit, client }) =>
        client.send(
          new kit.ListObjectsV2Command({
            ...{ Bucket: this.#options.bucket, Prefix: prefix },
            ...(token !== undefined && { ContinuationToken: token }),
          }),
        ),
      );
      const ids = (page.Contents ?? []).flatMap(({ Key = '', LastModified }) =>
        LastModified !== undefined && LastModified < before && isContent.test(Key)
          ? [Key.slice(prefix.length)]
          : [],
      );
      if (ids.length > 0) yield ids;
      token = page.NextContinuationToken;
      if (token === undefined) return;
    }
  }

  async removeAll(_manager: EntityManager, attachmentIds: readonly string[]): Promise<void> {
    for (const attachmentId of attachmentIds) await this.discard(attachmentId);
  }

  #object(attachmentId: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#options.bucket, Key: `${prefix}${attachmentId}` };
  }

  async #ask<Answer>(question: (store: Opened) => Promise<Answer>): Promise<Answer> {
    try {
      return await question(await (this.#opened ??= this.#open()));
    } catch (error) {
      throw Object.assign(storeUnavailable(), { cause: error });
    }
  }

  /** The client is loaded by who uses it: it is larger than all else that the service loads. */
  async #open(): Promise<Opened> {
    const kit = await import('@aws-sdk/client-s3');
    const { endpoint, region, accessKeyId, secretAccessKey } = this.#options;
    const client = new kit.S3Client({
      ...{ endpoint, region, credentials: { accessKeyId, secretAccessKey } },
      // Stores other than that of Amazon know one host, and not the newest checksums; the pieces have their own.
      ...{ forcePathStyle: true, maxAttempts: 3 },
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { requestTimeout: requestMilliseconds, connectionTimeout: connectionMilliseconds },
    });
    return { kit, client };
  }
}
