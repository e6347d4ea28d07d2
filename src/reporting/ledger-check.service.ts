import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import type { LedgerFault } from '../budgets/domain/proof/chain-fault.ts';
import { LedgerVerifier, type PublishedHead, type Verification } from '../budgets/ledger-verifier.service.ts';

const statement = `
  SELECT 'besluit ' || coalesce(decision.decision_id, commitment.grant_id) AS place
  FROM granted_decision decision
  FULL JOIN first_commitment commitment
    ON commitment.grant_id = decision.decision_id AND commitment.budget_id = decision.budget_id
  WHERE decision.granted_cents IS DISTINCT FROM commitment.amount_cents
  ORDER BY 1 LIMIT 1`;

async function decisionFault(manager: EntityManager): Promise<LedgerFault | null> {
  const [found] = await manager.query<{ place: string }[]>(statement);
  if (!found) return null;
  const detail = 'Elk besluit dat geld verleent heeft zijn toezegging, en elke toezegging haar besluit.';
  return { place: found.place, rule: 'decision-commitment', detail };
}

/** The whole check of the ledger: its own proof, and that decisions and commitments belong together. */
@Injectable()
export class LedgerCheck {
  readonly #verifier: LedgerVerifier;
  readonly #clock: Clock;

  constructor(verifier: LedgerVerifier, clock: Clock) {
    this.#verifier = verifier;
    this.#clock = clock;
  }

  async check(
    published: readonly PublishedHead[] = [],
  ): Promise<Verification & { readonly checkedAt: Date }> {
    const verification = await this.#verifier.verify(published, decisionFault);
    return { ...verification, checkedAt: this.#clock.now() };
  }
}
