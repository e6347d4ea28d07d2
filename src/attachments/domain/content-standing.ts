import type { AttachmentStoreName } from './attachment.ts';

/** What the database says of an attachment of which a content was found. */
export interface NamedContent {
  readonly store: AttachmentStoreName;
  /** Whether the key of its case was destroyed, so that nobody can read it. */
  readonly isDestroyed: boolean;
}

/** How many contents of a store somebody needs, and how many nobody does. */
export interface ContentTally {
  readonly inUse: number;
  /** Of cases that were destroyed. */
  readonly destroyed: number;
  /** Of which no attachment was ever made, or which an attachment has elsewhere. */
  readonly unnamed: number;
}

export type ContentStanding = keyof ContentTally;

export const nothingFound: ContentTally = { inUse: 0, destroyed: 0, unnamed: 0 };

/** Whether a content that a store holds is needed. @param named undefined where the database knows no such attachment */
export function standingOf(named: NamedContent | undefined, store: AttachmentStoreName): ContentStanding {
  if (named === undefined || named.store !== store) return 'unnamed';
  return named.isDestroyed ? 'destroyed' : 'inUse';
}

/** A few are left by crashes, whatever else there is. */
const fewUnnamed = 20;

/**
 * Whether a store seems to belong to another database: it holds more that this one does not know than what it does.
 * Whoever restored an old back-up, or shares a store with another municipality, would lose attachments.
 */
export function seemsForeign({ inUse, destroyed, unnamed }: ContentTally): boolean {
  return unnamed > fewUnnamed && unnamed > inUse + destroyed;
}
