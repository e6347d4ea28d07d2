import { createHash } from 'node:crypto';

/** Every column of an entry in the form in which the database writes it, in a fixed order. */
export type EntryContent = readonly (string | null)[];

/** The seal of one entry: its place in the chain, and a hash over it and all that came before. */
export interface Seal {
  readonly sequence: number;
  readonly entryId: string;
  readonly sealedAt: string;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** The last seal so far; who notes it down can show later that nothing before it was changed or cut off. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: Buffer;
}

export const emptyChain: ChainHead = { sequence: 0, hash: Buffer.alloc(32) };

/** What is wrong with a chain. */
export type ChainFaultKind =
  /** The entry is not as it was when it was sealed. */
  | 'changed'
  /** The entry is gone, or its seal. */
  | 'missing'
  /** The seals do not follow upon each other any more. */
  | 'reordered'
  /** An entry that was never sealed and does not wait for it: added from outside, or robbed of its seal. */
  | 'unsealed';

export interface ChainFault {
  readonly kind: ChainFaultKind;
  /** Null for an entry that stands outside the chain. */
  readonly sequence: number | null;
  /** Null when nothing is left to tell. */
  readonly entryId: string | null;
}

/** One link as it is found: the entry is null when it is gone. */
export interface FoundLink extends Seal {
  readonly content: EntryContent | null;
}

const formatVersion = 1;

/** SHA-256 over the hash before, the place, the moment of sealing and every column of the entry. */
export function sealHash(
  previousHash: Buffer,
  sequence: number,
  sealedAt: string,
  content: EntryContent,
): Buffer {
  const text = JSON.stringify([formatVersion, previousHash.toString('hex'), sequence, sealedAt, content]);
  return createHash('sha256').update(text).digest();
}

/** Continues a chain with entries, in this order. */
export function sealAll(
  head: ChainHead,
  entries: readonly { readonly id: string; readonly content: EntryContent }[],
  sealedAt: string,
): Seal[] {
  let { sequence, hash } = head;
  return entries.map(({ id, content }) => {
    const previousHash = hash;
    sequence += 1;
    hash = sealHash(previousHash, sequence, sealedAt, content);
    return { sequence, entryId: id, sealedAt, previousHash, hash };
  });
}

/**
 * Follows a part of a chain.
 * @param head the link before the first of them
 * @returns the head after them, or the first fault
 */
export function followChain(head: ChainHead, links: readonly FoundLink[]): ChainHead | ChainFault {
  let { sequence, hash } = head;
  for (const link of links) {
    if (link.sequence !== sequence + 1) return { kind: 'missing', sequence: sequence + 1, entryId: null };
    const place = { sequence: link.sequence, entryId: link.entryId };
    if (!link.previousHash.equals(hash)) return { kind: 'reordered', ...place };
    if (link.content === null) return { kind: 'missing', ...place };
    const computed = sealHash(link.previousHash, link.sequence, link.sealedAt, link.content);
    if (!computed.equals(link.hash)) return { kind: 'changed', ...place };
    ({ sequence, hash } = link);
  }
  return { sequence, hash };
}

const faultTexts = {
  changed: 'is gewijzigd nadat zij is verzegeld',
  missing: 'ontbreekt',
  reordered: 'staat niet meer op haar plaats',
  unsealed: 'is nooit verzegeld: buiten de dienst om toegevoegd, of van haar zegel ontdaan',
} as const satisfies Record<ChainFaultKind, string>;

/** Says in a Dutch sentence which row is wrong, and how. */
export function faultSentence({ kind, sequence, entryId }: ChainFault): string {
  const place = sequence === null ? '' : ` nummer ${sequence}`;
  const id = entryId === null ? '' : ` (${entryId})`;
  return `Logboekregel${place}${id} ${faultTexts[kind]}.`;
}
