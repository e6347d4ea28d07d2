import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { KernenService } from '../kernen/kernen.service.ts';
import { RegulationEntity } from '../regulations/regulation.entity.ts';
import { accountNames } from './domain/account-words.ts';
import type { StoredEntry } from './domain/proof/budget-chain.ts';
import { accounts } from './domain/position.ts';
import { placeNames } from './domain/place-names.ts';
import { ProofRows } from './proof-rows.service.ts';

/** An amount with a point and no sign of thousands, which is what hledger reads under every locale. */
function amount(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `EUR ${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A text that cannot end its line or begin a comment. */
function plain(text: string): string {
  return text.replaceAll(/[\s;|]+/g, ' ').trim();
}

function journalEntry(entry: StoredEntry, place: string): string {
  const { countsOn, movement, reference, id, version, grantId, amountCents, debitAccount, creditAccount } =
    entry;
  return [
    `${countsOn} * (${plain(reference).replaceAll(/[()]/g, '')}) ${movement}  ; boeking:${id}, nummer:${version}${grantId === null ? '' : `, verlening:${grantId}`}`,
    `    ${place}:${accountNames[debitAccount]}  ${amount(amountCents)}`,
    `    ${place}:${accountNames[creditAccount]}  ${amount(0 - amountCents)}`,
    '',
    '',
  ].join('\n');
}

/** Writes the ledger as a journal for hledger, so that others can add it up with a program that is not ours. */
@Injectable()
export class JournalExport {
  readonly #manager: EntityManager;
  readonly #rows: ProofRows;
  readonly #kernen: KernenService;

  constructor(manager: EntityManager, rows: ProofRows, kernen: KernenService) {
    this.#manager = manager;
    this.#rows = rows;
    this.#kernen = kernen;
  }

  /** Every entry of the budgets of a year, or of all; a transaction per entry, an account per kern and account. */
  async *journal(year: number | null): AsyncGenerator<string> {
    const kernen = await this.#kernen.byId(this.#manager);
    const regulations = await this.#manager.find(RegulationEntity);
    const codes = new Map(regulations.map(({ id, code }) => [id, code]));
    const budgets = (await this.#rows.budgets(this.#manager)).filter(
      (budget) => year === null || budget.year === year,
    );
    const placeOf = ({ year: of, kernId, regulationId }: (typeof budgets)[number]) =>
      `${of}:${codes.get(regulationId) ?? regulationId}:${placeNames(kernId, kernen).kernCode ?? 'gezamenlijk'}`;
    yield 'commodity EUR 1000.00\n\n';
    for (const budget of budgets) {
      for (const account of accounts) yield `account ${placeOf(budget)}:${accountNames[account]}\n`;
      yield '\n';
      for await (const entry of this.#rows.entries(this.#manager, budget.id)) {
        // What was booked since the budgets were read would leave the other side of a transfer out.
        if (entry.version > budget.version) break;
        yield journalEntry(entry, placeOf(budget));
      }
    }
  }
}
