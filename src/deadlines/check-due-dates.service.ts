import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.ts';
import { type DueDateCheck, type DueDateFault, DueDateVerifier } from './due-date-verifier.service.ts';

/** Goes through all cases, a few hundred in a transaction, so that nobody waits for long. */
@Injectable()
export class CheckDueDates {
  readonly #transactions: Transactions;
  readonly #verifier: DueDateVerifier;

  constructor(transactions: Transactions, verifier: DueDateVerifier) {
    this.#transactions = transactions;
    this.#verifier = verifier;
  }

  /** @param repair stores what is computed where it differs */
  async check(repair: boolean): Promise<{ caseCount: number; faults: readonly DueDateFault[] }> {
    let caseCount = 0;
    const faults: DueDateFault[] = [];
    let afterId: string | null = null;
    do {
      const from: string | null = afterId;
      const batch: DueDateCheck = await this.#transactions.run((manager) =>
        this.#verifier.batch(manager, from, repair),
      );
      caseCount += batch.caseCount;
      faults.push(...batch.faults);
      afterId = batch.lastId;
    } while (afterId !== null);
    return { caseCount, faults };
  }
}
