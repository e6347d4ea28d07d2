import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { YearlyCeilings } from '../regulations/yearly-ceilings.service.ts';
import { type YearlyLimit, yearlyMoney } from './domain/runs/yearly-money.ts';
import type { ProposeRunRequest } from './ledger-run.request.ts';

/** A request in which the lines stand that the regulation makes, with the limits that belong to them. */
export interface CompletedRequest {
  readonly request: ProposeRunRequest;
  readonly limits: readonly YearlyLimit[];
}

/** Fills in what nobody types over: the ceilings of a year follow from the regulation. */
@Injectable()
export class CeilingMoney {
  readonly #ceilings: YearlyCeilings;

  constructor(ceilings: YearlyCeilings) {
    this.#ceilings = ceilings;
  }

  /** @throws DomainError of `YearlyCeilings`, or `body-counts-missing` */
  async complete(manager: EntityManager, request: ProposeRunRequest): Promise<CompletedRequest> {
    if (request.kind !== 'ceilings') return { request, limits: [] };
    const code = present(request.regulationCode, 'ceilings are of a regulation');
    const year = present(request.year, 'ceilings are of a year');
    const { ceilings, totalCents } = await this.#ceilings.of(manager, code, year);
    const bodies = new Map((request.bodies ?? []).map((body) => [body.code, body.count]));
    const { lines, limits } = yearlyMoney(ceilings, totalCents, bodies);
    const named = lines.map(({ kernCode, amountCents }) => ({
      amountCents,
      ...(kernCode !== null && { kernCode }),
    }));
    return { request: { ...request, lines: named }, limits };
  }
}
