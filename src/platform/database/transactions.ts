import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type { FieldCipher } from '../encryption/field-cipher.ts';
import { noTracing, type Tracing } from '../telemetry/tracing.ts';
import { noteRepeat } from '../http/request-context.ts';
import { type ConstraintProblems, constraintProblem, driverFault } from './constraint-names.ts';
import { databaseProblem, deadlockDetected, serializationFailure } from './database-faults.ts';
import { databaseProblems } from './database.problems.ts';
import { type Finished, inTransaction } from './open-transaction.ts';

/** What makes two requests the same one. */
export interface Claim {
  /** Who asks: the same key of somebody else is another key. */
  readonly subject: string;
  /** Method and path, such as `POST /v1/applications`. */
  readonly route: string;
  /** The caller's Idempotency-Key. */
  readonly key: string;
  /** A hash of everything that was sent. */
  readonly bodyHash: string;
}

interface ClaimRow {
  readonly bodyHash: string;
  readonly answer: string | null;
}

const mostAttempts = 6;

/**
 * Takes the claim, or waits for whoever holds it. A row without an answer is one that this transaction made;
 * a row whose time is over is taken as if it were new.
 */
const takeClaimText = `
  INSERT INTO idempotency_record AS record (claim_hash, body_hash, ends_at)
  VALUES ($1, $2, now() + interval '24 hours')
  ON CONFLICT (claim_hash) DO UPDATE SET
    body_hash = CASE WHEN record.ends_at < now() THEN excluded.body_hash ELSE record.body_hash END,
    answer = CASE WHEN record.ends_at < now() THEN NULL ELSE record.answer END,
    ends_at = CASE WHEN record.ends_at < now() THEN excluded.ends_at ELSE record.ends_at END
  RETURNING body_hash AS "bodyHash", answer`;

/** Both statements are named, so that a connection parses them once. */
const takeClaim = { name: 'take-claim', text: takeClaimText };
const storeAnswer = {
  name: 'store-answer',
  text: 'UPDATE idempotency_record SET answer = $2 WHERE claim_hash = $1',
};

function claimHash(claim: Claim): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([claim.subject, claim.route, claim.key]))
    .digest();
}

/** The claim of a caller. Who acts for somebody else has other keys then than for themselves. */
export function claimedBy({ subject, represents }: Actor, claim: Omit<Claim, 'subject'>): Claim {
  const { route, key, bodyHash } = claim;
  return {
    subject: represents === null ? subject : JSON.stringify([subject, represents.subject]),
    route,
    key,
    bodyHash,
  };
}

/**
 * For answers that everybody may see who has the role for the route, of which the guard assures itself on every
 * request, also on a repeated one.
 */
export const roleSuffices = (): Promise<void> => Promise.resolve();

/** Opens transactions. Only the top service of a use case does so, and hands its manager down. */
export class Transactions {
  readonly #dataSource: DataSource;
  readonly #cipher: FieldCipher;
  readonly #constraintProblems: ConstraintProblems;
  readonly #tracing: Tracing;

  constructor(
    dataSource: DataSource,
    cipher: FieldCipher,
    constraintProblems: ConstraintProblems,
    tracing: Tracing = noTracing,
  ) {
    this.#dataSource = dataSource;
    this.#cipher = cipher;
    this.#constraintProblems = constraintProblems;
    this.#tracing = tracing;
  }

  /**
   * Runs the work in one READ COMMITTED transaction: all of it is kept, or nothing. When the database cannot
   * serialise it or breaks a deadlock, the whole work is done again, so that it must have no effects outside
   * the transaction.
   * @throws DomainError for a violated constraint that has one, `database-busy` when six attempts failed or a
   *   lock was not had in time, `database-too-slow` when a statement took too long, `database-unreachable` when
   *   there is no server
   */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#attempt(async (manager) => ({ value: await work(manager) }));
  }

  /**
   * Runs the work as `run` does, but at most once per claim: the answer is stored, encrypted and for 24 hours,
   * in the same transaction. Who asks the same at the same moment waits and gets that answer. Work that was
   * rolled back leaves nothing, and is done when it is asked again.
   * @param work its answer must survive JSON unchanged
   * @param mayRepeat asked before a stored answer is given, because the caller may have lost the right to it since:
   *   it throws what the caller would get for looking at what the answer shows
   * @throws DomainError `idempotency-key-reused` when the key was used for another body; further as `run`
   */
  runOnce<T>(
    claim: Claim,
    work: (manager: EntityManager) => Promise<T>,
    mayRepeat: (manager: EntityManager, answer: T) => Promise<unknown>,
  ): Promise<{ answer: T; replayed: boolean }> {
    const hash = claimHash(claim);
    const context = `idempotency_record:${hash.toString('hex')}`;
    return this.#attempt<{ answer: T; replayed: boolean }>(async (manager, client) => {
      const { rows } = await client.query<ClaimRow>({ ...takeClaim, values: [hash, claim.bodyHash] });
      const [row] = rows;
      if (row && row.bodyHash !== claim.bodyHash) {
        throw DomainError.of(
          databaseProblems,
          'idempotency-key-reused',
          'Deze Idempotency-Key hoort bij een eerder verzoek met een andere inhoud. Gebruik een nieuwe sleutel.',
        );
      }
      if (row?.answer) {
        const stored = JSON.parse(this.#cipher.decrypt(row.answer, context)) as { answer: T };
        await mayRepeat(manager, stored.answer);
        noteRepeat();
        return { value: { answer: stored.answer, replayed: true } };
      }
      const answer = await work(manager);
      const sealed = this.#cipher.encrypt(JSON.stringify({ answer }), context);
      return {
        value: { answer, replayed: false },
        lastStatement: { ...storeAnswer, values: [hash, sealed] },
      };
    });
  }

  /** Does the whole unit again when the database could not order it among others. */
  async #attempt<T>(unit: (manager: EntityManager, client: ClientBase) => Promise<Finished<T>>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#tracing.inSpan('transaction', () => inTransaction(this.#dataSource, unit));
      } catch (error) {
        const { code } = driverFault(error);
        const again = code === serializationFailure || code === deadlockDetected;
        if (!again || attempt === mostAttempts) throw this.#forCaller(error);
        // Those that collided must not meet again at the same moment.
        await pause(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  #forCaller(error: unknown): unknown {
    if (error instanceof DomainError) return error;
    return databaseProblem(error) ?? constraintProblem(error, this.#constraintProblems) ?? error;
  }
}
