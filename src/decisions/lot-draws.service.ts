import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { readRows } from '../platform/database/sent-statements.ts';

/** Waits for whoever draws at the same moment; no row comes back when the lot has been drawn before. */
const drawOnce = {
  name: 'lot-draw',
  text: `INSERT INTO lot_draw (regulation_id, seed, drawn_by, drawn_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING RETURNING seed`,
};
const readDraw = { name: 'lot-read', text: 'SELECT seed FROM lot_draw WHERE regulation_id = $1' };

/**
 * Draws the lot of a regulation, once. All its lists use that one lot: who makes a list cannot make it again until the
 * order suits. It is drawn when it is needed and not before, so that nobody who applies can know it.
 */
@Injectable()
export class LotDraws {
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(audit: AuditLog, clock: Clock) {
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The seed of the lot: 32 hexadecimal digits, the same for ever after. */
  async seedOf(manager: EntityManager, actor: Actor, regulationId: string): Promise<string> {
    const known = await this.drawn(manager, regulationId);
    if (known !== null) return known;
    const seed = randomBytes(16).toString('hex');
    const drawn = await readRows(manager, drawOnce, [regulationId, seed, actor.subject, this.#clock.now()]);
    if (drawn.length === 0) {
      return present(await this.drawn(manager, regulationId), 'somebody else has drawn the lot');
    }
    this.#audit.record(manager, actor, {
      action: 'lot:draw',
      subjectKind: 'regulation',
      subjectId: regulationId,
      detail: { seed },
    });
    return seed;
  }

  /** The seed, or null while the lot has not been drawn. */
  async drawn(manager: EntityManager, regulationId: string): Promise<string | null> {
    const [row] = await readRows<{ seed: string }>(manager, readDraw, [regulationId]);
    return row?.seed ?? null;
  }
}
