/**
 * What a change of a decision does: it gives more, takes a part away, takes all of it away (Awb 4:48 to 4:50), or fixes
 * the final amount (Awb 4:46).
 */
export const changeKinds = ['in-favour', 'lowered', 'withdrawn', 'fixed'] as const;

export type ChangeKind = (typeof changeKinds)[number];
