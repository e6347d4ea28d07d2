import type {
  AttachmentConfiguration,
  ScannerConfiguration,
} from '../platform/config/attachment-configuration.ts';

/** The configuration of attachments, for who has it injected. */
export class AttachmentOptions {
  readonly perCase: number;
  readonly fileBytes: number;
  /** Of all attachments of a case together. */
  readonly caseBytes: number;
  /** Null when nobody looks for viruses. */
  readonly scanner: ScannerConfiguration | null;

  constructor({ megabytes, perCase, scanner }: AttachmentConfiguration) {
    this.perCase = perCase;
    this.scanner = scanner;
    this.fileBytes = megabytes * 1024 * 1024;
    // A case with as many of the largest as it may have would be a store of its own.
    this.caseBytes = this.fileBytes * Math.min(perCase, 20);
  }
}
