import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { ScannerConfiguration } from '../platform/config/attachment-configuration.ts';
import { present } from '../kernel/assert.ts';
import type { PendingUpload } from '../platform/http/upload.ts';
import { AddAttachmentRequest } from './attachment.request.ts';
import { AttachmentOptions } from './attachment-options.ts';
import { infected, scannerUnavailable } from './domain/attachments.problems.ts';
import type { MediaType } from './domain/media-type.ts';
import { keptName, nameFaults } from './inspection/file-name.ts';
import { inspectContent } from './inspection/inspect-content.ts';
import { scan } from './inspection/virus-scanner.ts';
import { UploadPlaces } from './upload-places.ts';

/** A file that is what it should be, with what was said of it. */
export interface ReceivedFile {
  readonly request: AddAttachmentRequest;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly content: Buffer;
  readonly sha256: string;
  /** Of all that was sent: see `ReadUpload`. */
  readonly bodyHash: string;
}

/** Reads files from the line, and finds out what they are before anybody keeps them. */
@Injectable()
export class ReceivedFiles {
  readonly #options: AttachmentOptions;
  readonly #scanner: ScannerConfiguration | null;
  readonly #places = new UploadPlaces();
  readonly #logger = new Logger('attachments');

  constructor(options: AttachmentOptions) {
    this.#options = options;
    this.#scanner = options.scanner;
  }

  /**
   * Receives a file, and does something with it while it is in memory.
   * @param subject who sends it: everybody sends a few at once
   * @throws DomainError `too-many-uploads`; further as the work and as `#received`
   */
  whileReceived<T>(
    subject: string,
    upload: PendingUpload,
    work: (file: ReceivedFile) => Promise<T>,
  ): Promise<T> {
    return this.#places.during(subject, async () => work(await this.#received(upload)));
  }

  /**
   * @throws HttpProblem `invalid-input` with everything that is wrong with fields, name and content, `too-large` or
   *   `malformed-form`; DomainError `attachment-infected` or `scanner-unavailable`
   */
  async #received(upload: PendingUpload): Promise<ReceivedFile> {
    const found: { mediaType?: MediaType } = {};
    const { fields, file, bodyHash } = await upload.read(
      AddAttachmentRequest,
      this.#options.fileBytes,
      async ({ name, content }) => {
        const inspected = await inspectContent(content);
        if (inspected.kind === 'sound') found.mediaType = inspected.mediaType;
        return [...nameFaults(name), ...(inspected.kind === 'refused' ? [inspected.fault] : [])];
      },
    );
    const known = present(found.mediaType, 'a file without faults has a type');
    await this.#refuseInfected(file.content);
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const { content } = file;
    return { request: fields, name: keptName(file.name, known), mediaType: known, content, sha256, bodyHash };
  }

  /** A scanner that was asked for and does not answer refuses everything: who asked for it relies on it. */
  async #refuseInfected(content: Buffer): Promise<void> {
    if (this.#scanner === null) return;
    const outcome = await scan(this.#scanner, content);
    if (outcome.kind === 'infected') {
      this.#logger.warn(`file refused, the scanner found ${outcome.signature}`);
      throw infected();
    }
    if (outcome.kind === 'clean') return;
    this.#logger.warn(`file refused, the scanner does not scan: ${outcome.reason}`);
    throw scannerUnavailable();
  }
}
