import { type Canonical, linkHash } from './canonical-hash.ts';
import type { LedgerFault } from './chain-fault.ts';

/** The chain of papers has no row of its own to be named after. */
export const paperChainId = '00000000-0000-0000-0000-000000000000';

/** A resolution or run as it stands in the database, with its link in the chain. */
export interface StoredPaper {
  /** Null for what should be in the chain and is not. */
  readonly sequence: number | null;
  /** `besluit` or `mutatie` with its identifier. */
  readonly place: string;
  /** What was hashed; null when it is not there any more. */
  readonly fields: Canonical | null;
  readonly hash: string | null;
}

/**
 * Plays the chain of what entries rest on again: resolutions and decided runs, in the order in which they came.
 * @param papers the links in their order, and after them what is in no link
 */
export function paperFault(
  papers: readonly StoredPaper[],
  expectedHashes: ReadonlyMap<number, string>,
): LedgerFault | null {
  let before = { sequence: 0, hash: '' };
  for (const { sequence, place, fields, hash } of papers) {
    const fault = (rule: string, detail: string): LedgerFault => ({ place, rule, detail });
    if (sequence === null) return fault('paper-unchained', 'Dit stuk staat niet in de keten van stukken.');
    if (sequence !== before.sequence + 1) return fault('version-gap', 'Er ontbreekt een stuk in de keten.');
    if (fields === null) return fault('paper-missing', 'Dit stuk staat in de keten en is er niet meer.');
    const made = linkHash(before.hash, fields);
    if (made !== hash) return fault('hash', 'Dit stuk is niet zoals het is vastgelegd.');
    const published = expectedHashes.get(sequence);
    if (published !== undefined && published !== made) {
      return fault('published-head', 'De keten is niet de keten die is gepubliceerd.');
    }
    before = { sequence, hash: made };
  }
  const isBeyond = [...expectedHashes.keys()].some((sequence) => sequence > before.sequence);
  if (!isBeyond) return null;
  const detail = 'Er is een latere stand van de stukken gepubliceerd.';
  return { place: 'keten van stukken', rule: 'published-head', detail };
}
