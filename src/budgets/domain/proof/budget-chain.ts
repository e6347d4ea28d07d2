import type { Cents } from '../../../kernel/money.ts';
import { type EntryKind, mirrorOf, move, movements, type Sides } from '../movement.ts';
import {
  type Account,
  accounts,
  emptyPosition,
  type GrantAccount,
  grantAccounts,
  isGrantAccount,
  type Position,
  sumOfPosition,
} from '../position.ts';
import { linkHash } from './canonical-hash.ts';
import type { LedgerFault } from './chain-fault.ts';

/** An entry as it stands in the database, with what it corrects. */
export interface StoredEntry extends Position {
  readonly id: string;
  readonly journalId: string;
  readonly budgetId: string;
  readonly version: number;
  readonly countsOn: string;
  readonly amountCents: Cents;
  readonly recordedMicros: number;
  readonly grantId: string | null;
  readonly holdId: string | null;
  readonly correctsId: string | null;
  readonly movement: EntryKind;
  readonly debitAccount: Account;
  readonly creditAccount: Account;
  /** As the database names them, which is what was hashed. */
  readonly debitColumn: string;
  readonly creditColumn: string;
  readonly reference: string;
  readonly reason: string | null;
  readonly actorSubject: string;
  readonly hash: string;
  readonly corrected: (Sides & Pick<StoredEntry, 'budgetId' | 'amountCents' | 'grantId' | 'holdId'>) | null;
}

/** A budget as it stands in the database. */
export interface StoredBudget extends Position {
  readonly id: string;
  readonly kernId: string | null;
  readonly regulationId: string;
  readonly year: number;
  readonly version: number;
  readonly headHash: string;
}

export interface StoredGrant extends Readonly<Record<GrantAccount, Cents>> {
  readonly grantId: string;
}

/**
 * Plays the entries of one budget again from nothing, in their order, and compares every step with what is stored.
 * It stops at the first fault.
 */
export class BudgetChain {
  readonly #budget: StoredBudget;
  #version = 0;
  #hash = '';
  #position: Position = emptyPosition;
  readonly #grants = new Map<string, Position>();
  /** What is kept apart of each reservation, in cents. */
  readonly #holds = new Map<string, number>();
  /** Versions at which a published head says what the hash must be. */
  readonly #expected: ReadonlyMap<number, string>;

  constructor(budget: StoredBudget, expectedHashes: ReadonlyMap<number, string>) {
    this.#budget = budget;
    this.#expected = expectedHashes;
  }

  add(entry: StoredEntry): LedgerFault | null {
    const rule = this.#brokenBy(entry);
    return rule === null ? null : { place: `budget ${this.#budget.id} boeking ${entry.version}`, ...rule };
  }

  /** What must hold when all entries were added. */
  end(stored: readonly StoredGrant[]): LedgerFault | null {
    const place = `budget ${this.#budget.id}`;
    const { version, headHash } = this.#budget;
    if (version !== this.#version) {
      const detail = `Het budget telt ${version} boekingen, er zijn er ${this.#version}.`;
      return { place, rule: 'entries-missing', detail };
    }
    const beyond = [...this.#expected.keys()].find((published) => published > this.#version);
    if (beyond !== undefined) {
      const detail = `Er is een stand van ${beyond} boekingen gepubliceerd, er zijn er ${this.#version}.`;
      return { place, rule: 'published-head', detail };
    }
    if (headHash !== this.#hash) {
      return { place, rule: 'head', detail: 'De kop van de keten is niet die van de laatste boeking.' };
    }
    const account = accounts.find((name) => this.#budget[name] !== this.#position[name]);
    if (account !== undefined) {
      return { place, rule: 'balance', detail: `Het saldo van ${account} is niet de som van de boekingen.` };
    }
    return this.#grantFault(stored);
  }

  #grantFault(stored: readonly StoredGrant[]): LedgerFault | null {
    for (const { grantId, ...amounts } of stored) {
      const played = this.#grants.get(grantId);
      const wrong = grantAccounts.find((account) => amounts[account] !== (played?.[account] ?? null));
      if (wrong !== undefined) {
        const detail = `Van de verlening klopt ${wrong} niet met haar boekingen.`;
        return { place: `verlening ${grantId}`, rule: 'grant-position', detail };
      }
    }
    const known = new Set(stored.map(({ grantId }) => grantId));
    const missing = [...this.#grants.keys()].find((grantId) => !known.has(grantId));
    if (missing === undefined) return null;
    return {
      place: `verlening ${missing}`,
      rule: 'grant-position',
      detail: 'De stand van de verlening ontbreekt.',
    };
  }

  #brokenBy(entry: StoredEntry): Omit<LedgerFault, 'place'> | null {
    if (entry.version !== this.#version + 1) {
      return { rule: 'version-gap', detail: `Na boeking ${this.#version} komt ${entry.version}.` };
    }
    const kind = kindFault(entry);
    if (kind !== null) return kind;
    const sides = { debit: entry.debitAccount, credit: entry.creditAccount };
    const moved = move(this.#position, sides, entry.amountCents);
    if (moved.kind === 'short')
      return { rule: 'negative', detail: `Het saldo van ${moved.account} wordt negatief.` };
    const wrong = accounts.find((account) => moved.position[account] !== entry[account]);
    if (wrong !== undefined) return { rule: 'running-balance', detail: `Het saldo van ${wrong} klopt niet.` };
    if (sumOfPosition(entry) !== 0)
      return { rule: 'unbalanced', detail: 'De rekeningen zijn samen niet nul.' };
    const grant = this.#moveGrant(entry, sides);
    if (grant !== null) return grant;
    const hold = this.#moveHold(entry, sides);
    if (hold !== null) return hold;
    const hash = linkHash(this.#hash, this.#fieldsOf(entry));
    if (hash !== entry.hash) return { rule: 'hash', detail: 'De boeking is niet zoals zij is geschreven.' };
    const published = this.#expected.get(entry.version);
    if (published !== undefined && published !== hash) {
      return { rule: 'published-head', detail: 'De keten is niet de keten die is gepubliceerd.' };
    }
    this.#version = entry.version;
    this.#hash = hash;
    this.#position = moved.position;
    return null;
  }

  #moveGrant(entry: StoredEntry, sides: Sides): Omit<LedgerFault, 'place'> | null {
    const { grantId } = entry;
    const concerned = isGrantAccount(sides.debit) || isGrantAccount(sides.credit);
    if (concerned !== (grantId !== null)) {
      return { rule: 'grant-named', detail: 'Bij geld van een verlening hoort de verlening, en alleen dan.' };
    }
    if (grantId === null) return null;
    const before = this.#grants.get(grantId) ?? emptyPosition;
    if (isGrantAccount(sides.credit) && before[sides.credit] < entry.amountCents) {
      return { rule: 'grant-short', detail: 'De verlening wordt betaald uit geld van een andere.' };
    }
    const { debit, credit } = sides;
    // The side that is not of the grant may be anything: it is counted in the budget.
    const side = (account: Account) => (isGrantAccount(account) ? account : 'source');
    const moved = move(before, { debit: side(debit), credit: side(credit) }, entry.amountCents);
    if (moved.kind === 'moved') this.#grants.set(grantId, moved.position);
    return null;
  }

  /** What was reserved before reservations had a name is one reservation of the budget. */
  #moveHold(
    { holdId, budgetId, amountCents }: StoredEntry,
    { debit, credit }: Sides,
  ): Omit<LedgerFault, 'place'> | null {
    if (debit !== 'held' && credit !== 'held') {
      if (holdId === null) return null;
      return { rule: 'hold-named', detail: 'Alleen bij gereserveerd geld hoort een reservering.' };
    }
    const id = holdId ?? budgetId;
    const left = (this.#holds.get(id) ?? 0) + (debit === 'held' ? amountCents : 0 - amountCents);
    if (left < 0) return { rule: 'hold-short', detail: 'Uit de reservering is meer genomen dan erin was.' };
    this.#holds.set(id, left);
    return null;
  }

  #fieldsOf(entry: StoredEntry): (string | number | null)[] {
    const { id, journalId, budgetId, version, countsOn, amountCents, recordedMicros } = entry;
    const { grantId, holdId, correctsId, movement, debitColumn, creditColumn } = entry;
    const { reference, reason, actorSubject } = entry;
    const { kernId, regulationId, year } = this.#budget;
    return [
      ...[id, journalId, budgetId, kernId, regulationId, year, version, countsOn, amountCents],
      ...accounts.map((account) => entry[account]),
      ...[recordedMicros, grantId, correctsId, movement, debitColumn, creditColumn, reference, reason],
      actorSubject,
      // Entries of before reservations had a name were hashed without it.
      ...(holdId === null ? [] : [holdId]),
    ];
  }
}

function kindFault(entry: StoredEntry): Omit<LedgerFault, 'place'> | null {
  const { movement, debitAccount, creditAccount, corrected, amountCents } = entry;
  if (amountCents <= 0) return { rule: 'amount', detail: 'Een boeking heeft een bedrag van meer dan nul.' };
  const sides: Sides | null = movement === 'correct' ? corrected && mirrorOf(corrected) : movements[movement];
  const sameMoney =
    movement !== 'correct' ||
    (corrected?.budgetId === entry.budgetId &&
      corrected.amountCents === amountCents &&
      corrected.grantId === entry.grantId &&
      corrected.holdId === entry.holdId);
  if (!sides || sides.debit !== debitAccount || sides.credit !== creditAccount || !sameMoney) {
    return { rule: 'movement', detail: `De rekeningen passen niet bij "${movement}".` };
  }
  return null;
}
