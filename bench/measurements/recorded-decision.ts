import { randomBytes } from 'node:crypto';
import type { QueryConfig } from 'pg';
import { newId } from '../../src/kernel/ids.ts';
import type { RecordedStatement } from '../service/commands.ts';

/** What names one prepared decision in the statements that the service sends for it. */
export interface DecisionNames {
  readonly listId: string;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly kernId: string;
  readonly budgetId: string;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** The first 48 bits of a UUID version 7 are milliseconds since 1970 (RFC 9562, 5.7). */
function madeAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}

/**
 * The statements of one decision as the service sent them, to be sent again for other decisions: other names stand
 * in them, and what was newly made for that decision (rows' identifiers, the claim of the request) is made anew.
 */
export class RecordedDecision {
  readonly #statements: readonly RecordedStatement[];
  readonly #names: DecisionNames;
  readonly #startedAt: number;

  /** @param startedAt when the request was sent, in milliseconds since 1970 */
  constructor(statements: readonly RecordedStatement[], names: DecisionNames, startedAt: number) {
    this.#statements = statements;
    this.#names = names;
    this.#startedAt = startedAt;
  }

  /** How often the service went to the database, START and COMMIT included. */
  get statementCount(): number {
    return this.#statements.length;
  }

  for(names: DecisionNames): QueryConfig[] {
    const replacements = new Map<string, string>();
    for (const key of Object.keys(names) as (keyof DecisionNames)[]) {
      replacements.set(this.#names[key], names[key]);
    }
    const claims = new Map<string, Buffer>();
    return this.#statements.map(({ name, text, values }) => ({
      ...(name !== undefined && { name }),
      text,
      values: values.map((value) => this.#renamed(value, replacements, claims)),
    }));
  }

  #renamed(value: unknown, replacements: Map<string, string>, claims: Map<string, Buffer>): unknown {
    if (typeof value === 'string') return this.#renamedText(value, replacements);
    if (Array.isArray(value)) return value.map((each) => this.#renamed(each, replacements, claims));
    if (!(value instanceof Uint8Array)) return value;
    const known = Buffer.from(value).toString('hex');
    const claim = claims.get(known) ?? randomBytes(value.length);
    claims.set(known, claim);
    return claim;
  }

  #renamedText(text: string, replacements: Map<string, string>): string {
    const withIds = text.replace(uuid, (id) => {
      const known = replacements.get(id) ?? (madeAt(id) >= this.#startedAt ? newId() : id);
      replacements.set(id, known);
      return known;
    });
    return withIds.replaceAll(
      this.#names.applicationNumber,
      replacements.get(this.#names.applicationNumber) ?? '',
    );
  }
}
