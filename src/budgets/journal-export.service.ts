import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { commaSeparated, type CsvRow } from '../platform/http/comma-separated.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { RegulationEntity } from '../regulations/regulation.entity.ts';
import { journalColumns } from './csv-columns.ts';
import { accountNames } from './domain/account-words.ts';
import type { StoredBudget, StoredEntry } from './domain/proof/budget-chain.ts';
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
  const { countsOn, movement, reference, id, version, amountCents, debitAccount, creditAccount } = entry;
  const { grantId, holdId } = entry;
  return [
    `${countsOn} * (${plain(reference).replaceAll(/[()]/g, '')}) ${movement}  ; boeking:${id}, nummer:${version}${grantId === null ? '' : `, verlening:${grantId}`}${holdId === null ? '' : `, reservering:${holdId}`}`,
    `    ${place}:${accountNames[debitAccount]}  ${amount(amountCents)}`,
    `    ${place}:${accountNames[creditAccount]}  ${amount(0 - amountCents)}`,
    '',
    '',
  ].join('\n');
}

/** A budget, with what it is called outside. */
interface Place {
  readonly budget: StoredBudget;
  readonly regulationCode: string;
  readonly kernCode: string;
}

function nameOf({ budget, regulationCode, kernCode }: Place): string {
  return `${budget.year}:${regulationCode}:${kernCode}`;
}

/** Writes the ledger so that others can add it up with a program that is not ours: for hledger, or as a spreadsheet. */
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
    yield 'commodity EUR 1000.00\n\n';
    for (const place of await this.#places(year)) {
      const name = nameOf(place);
      for (const account of accounts) yield `account ${name}:${accountNames[account]}\n`;
      yield '\n';
      for await (const entry of this.#entriesOf(place)) yield journalEntry(entry, name);
    }
  }

  /** The same entries as CSV, a row each, in the words of a clerk. */
  async *spreadsheet(year: number | null): AsyncGenerator<string> {
    yield commaSeparated(journalColumns, []);
    for (const { budget, regulationCode, kernCode } of await this.#places(year)) {
      const place = { year: budget.year, regulationCode, kernCode };
      for await (const entry of this.#entriesOf({ budget, regulationCode, kernCode })) {
        const row = { ...entry, ...place, recordedAt: new Date(Math.floor(entry.recordedMicros / 1000)) };
        yield commaSeparated(journalColumns, [row as unknown as CsvRow], false);
      }
    }
  }

  async #places(year: number | null): Promise<Place[]> {
    const kernen = await this.#kernen.byId(this.#manager);
    const regulations = await this.#manager.find(RegulationEntity);
    const codes = new Map(regulations.map(({ id, code }) => [id, code]));
    const budgets = await this.#rows.budgets(this.#manager);
    return budgets
      .filter((budget) => year === null || budget.year === year)
      .map((budget) => ({
        budget,
        regulationCode: codes.get(budget.regulationId) ?? budget.regulationId,
        kernCode: placeNames(budget.kernId, kernen).kernCode ?? 'gezamenlijk',
      }));
  }

  /** What was booked since the budgets were read is left out: it would be without the other side of a transfer. */
  async *#entriesOf({ budget }: Place): AsyncGenerator<StoredEntry> {
    for await (const entry of this.#rows.entries(this.#manager, budget.id)) {
      if (entry.version > budget.version) return;
      yield entry;
    }
  }
}
