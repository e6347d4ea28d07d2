import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readVerificationCode } from './verification-code.ts';

interface Sent {
  /** Null while nobody has read a letter that left by itself. */
  readonly sha256: string | null;
}

/** What proves a letter: its printed code, and the hash of its bytes while there are any. */
export interface LetterProof {
  readonly verificationCode: string | null;
  readonly sha256: string | null;
}

/** Tells who holds a letter whether this municipality sent it, and nothing about what it says or to whom. */
@Injectable()
export class LetterVerification {
  /** The letter with this code as far as it was sent, or null. @param typed the code as somebody typed it */
  async sent(manager: EntityManager, typed: string): Promise<Sent | null> {
    const rows = await manager.query<Sent[]>(
      `SELECT document.sha256 FROM letter LEFT JOIN letter_document document ON document.letter_id = letter.id
       WHERE letter.verification_code = $1 AND letter.sent_on IS NOT NULL`,
      [readVerificationCode(typed)],
    );
    return rows[0] ?? null;
  }

  /** Code and hash of a sent letter, for who may see the letter; the hash is null while nobody has read it. */
  async proofOf(manager: EntityManager, letterId: string): Promise<LetterProof> {
    const rows = await manager.query<{ code: string | null; sha256: string | null }[]>(
      `SELECT letter.verification_code AS code, document.sha256
       FROM letter LEFT JOIN letter_document document ON document.letter_id = letter.id WHERE letter.id = $1`,
      [letterId],
    );
    return { verificationCode: rows[0]?.code ?? null, sha256: rows[0]?.sha256 ?? null };
  }
}
