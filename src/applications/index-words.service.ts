import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.ts';
import { ApplicationEntity } from './application.entity.ts';
import { ApplicationsService } from './applications.service.ts';
import { CaseIndexes } from './case-indexes.service.ts';

const perBatch = 100;

/** Lets applications be found that were there before their words were kept. */
@Injectable()
export class IndexWords {
  readonly #transactions: Transactions;
  readonly #applications: ApplicationsService;
  readonly #indexes: CaseIndexes;

  constructor(transactions: Transactions, applications: ApplicationsService, indexes: CaseIndexes) {
    this.#transactions = transactions;
    this.#applications = applications;
    this.#indexes = indexes;
  }

  /** Goes on with what is left, however often it was interrupted. @returns how many were indexed */
  async all(): Promise<number> {
    let indexed = 0;
    for (;;) {
      const count = await this.#batch();
      if (count === 0) return indexed;
      indexed += count;
    }
  }

  #batch(): Promise<number> {
    return this.#transactions.run(async (manager) => {
      const rows = await manager
        .createQueryBuilder(ApplicationEntity, 'application')
        .setLock('pessimistic_write')
        .where('application.number IS NOT NULL AND application.destroyedAt IS NULL')
        .andWhere(
          `NOT EXISTS (SELECT FROM case_secret WHERE case_id = application.id AND field = 'search-application')`,
        )
        .orderBy('application.id')
        .limit(perBatch)
        .getMany();
      for (const application of await this.#applications.open(manager, rows)) {
        this.#indexes.keepWords(manager, application);
      }
      return rows.length;
    });
  }
}
