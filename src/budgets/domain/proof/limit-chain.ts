import type { Cents } from '../../../kernel/money.ts';
import { linkHash } from './canonical-hash.ts';
import type { LedgerFault } from './chain-fault.ts';

/** One step of a limit, with what the entry that made it moved. */
export interface StoredLimitEntry {
  readonly limitId: string;
  readonly version: number;
  readonly entryId: string | null;
  readonly changeCents: Cents;
  readonly usedCents: Cents;
  readonly limitCents: Cents;
  readonly binds: boolean;
  readonly reference: string | null;
  readonly recordedMicros: number;
  readonly hash: string;
  /** What the entry adds to the granted money; null for a step without an entry. */
  readonly entryChangeCents: Cents | null;
}

export interface StoredLimit {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly budgetId: string | null;
  readonly regulationId: string;
  readonly year: number;
  readonly version: number;
  readonly limitCents: Cents;
  readonly usedCents: Cents;
  readonly binds: boolean;
  readonly headHash: string;
  /** What the grants that count for this limit have used, from their own amounts. */
  readonly grantedCents: Cents;
  /** What the kernen below a scheme were given; null for a category or theme. */
  readonly allocatedCents: Cents | null;
}

/** Plays the steps of one limit again and compares them with what is stored: it was never exceeded (Awb 4:25). */
export function limitFault(
  limit: StoredLimit,
  entries: readonly StoredLimitEntry[],
  expectedHashes: ReadonlyMap<number, string>,
): LedgerFault | null {
  const fault = (rule: string, detail: string, version?: number): LedgerFault => ({
    place: `maximum ${limit.id}${version === undefined ? '' : ` stap ${version}`}`,
    rule,
    detail,
  });
  let before = { version: 0, usedCents: 0, hash: '' };
  for (const entry of entries) {
    const { version, changeCents, usedCents, limitCents } = entry;
    if (version !== before.version + 1) return fault('version-gap', 'Er ontbreekt een stap.', version);
    if (usedCents !== before.usedCents + changeCents) {
      return fault('running-balance', 'Het gebruikte deel is niet de som van de stappen.', version);
    }
    if (usedCents < 0 || usedCents > limitCents)
      return fault('exceeded', 'Het maximum is overschreden.', version);
    if (entry.entryId !== null && entry.entryChangeCents !== changeCents) {
      return fault('limit-entry', 'De stap past niet bij de boeking.', version);
    }
    const hash = linkHash(before.hash, fieldsOf(limit, entry));
    if (hash !== entry.hash) return fault('hash', 'De stap is niet zoals hij is geschreven.', version);
    const published = expectedHashes.get(version);
    if (published !== undefined && published !== hash) {
      return fault('published-head', 'De keten is niet de keten die is gepubliceerd.', version);
    }
    before = { version, usedCents, hash };
  }
  const beyond = [...expectedHashes.keys()].some((version) => version > before.version);
  if (beyond) return fault('published-head', 'Er is een latere stand gepubliceerd.');
  return endFault(limit, entries.at(-1), fault);
}

function endFault(
  limit: StoredLimit,
  last: StoredLimitEntry | undefined,
  fault: (rule: string, detail: string) => LedgerFault,
): LedgerFault | null {
  const { version, limitCents, usedCents, binds, headHash, allocatedCents, grantedCents } = limit;
  if (version !== (last?.version ?? 0)) return fault('entries-missing', 'De laatste stappen ontbreken.');
  if (last === undefined) return null;
  if (headHash !== last.hash) return fault('head', 'De kop van de keten is niet die van de laatste stap.');
  if (limitCents !== last.limitCents || usedCents !== last.usedCents || binds !== last.binds) {
    return fault('balance', 'Het maximum is niet zoals de laatste stap zegt.');
  }
  if (allocatedCents !== null && binds !== limitCents < allocatedCents) {
    return fault('binding', 'Het plafond van de regeling telt ten onrechte wel of niet mee.');
  }
  if (usedCents !== (binds ? grantedCents : 0)) {
    return fault('used', 'Het gebruikte deel is niet wat de verleningen samen hebben gekregen.');
  }
  return null;
}

function fieldsOf(limit: StoredLimit, entry: StoredLimitEntry): (string | number | boolean | null)[] {
  const { id, kind, code, budgetId, regulationId, year } = limit;
  const { version, entryId, changeCents, usedCents, limitCents, binds, reference, recordedMicros } = entry;
  return [
    ...[id, version, kind, code, budgetId, regulationId, year, entryId, changeCents, usedCents, limitCents],
    ...[binds, reference, recordedMicros],
  ];
}
