import type { KeyObject } from 'node:crypto';
import { open, seal } from '../platform/encryption/sealing.ts';

/**
 * The data key of one case. Everything personal that is kept of the case is sealed with it, so that none of it can
 * be read once the key has been destroyed.
 */
export class CaseKey {
  readonly caseId: string;
  readonly #secret: KeyObject;

  constructor(caseId: string, secret: KeyObject) {
    this.caseId = caseId;
    this.#secret = secret;
  }

  /** @param place table and column with the identifier of the row, such as `finding.reason:<id>` */
  sealBytes(content: Buffer, place: string): Buffer {
    return seal(this.#secret, content, place);
  }

  /** @throws Error when it was sealed with another key or for another place, or was changed */
  openBytes(sealed: Buffer, place: string): Buffer {
    return open(this.#secret, sealed, place);
  }

  /** Seals what survives JSON unchanged; see `sealBytes`. */
  seal(value: unknown, place: string): Buffer {
    return this.sealBytes(Buffer.from(JSON.stringify(value), 'utf8'), place);
  }

  /** Reads what `seal` wrote; the caller knows what that was. @throws Error as `openBytes` */
  open<T>(sealed: Buffer, place: string): T {
    return JSON.parse(this.openBytes(sealed, place).toString('utf8')) as T;
  }
}
