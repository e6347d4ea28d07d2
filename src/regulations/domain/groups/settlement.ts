/** When the grant becomes a claim to payment (Awb 4:42 to 4:47). */
export type Settlement =
  /** Fixed with the grant itself, without an account afterwards. */
  | { readonly fixed: 'directly'; readonly keepProofYears: number }
  /** Fixed after an account, due so many weeks after the activity. */
  | { readonly fixed: 'on-account'; readonly accountWeeks: number; readonly evidence: readonly string[] };

export function settlementSentences(settlement: Settlement): string[] {
  if (settlement.fixed === 'directly') {
    return [
      `De bijdrage staat meteen vast. U hoeft achteraf geen verantwoording in te dienen; bewaar uw bewijs ${settlement.keepProofYears} jaar.`,
    ];
  }
  return [
    `De bijdrage staat pas vast na een verantwoording, uiterlijk ${settlement.accountWeeks} weken na de activiteit.`,
    `Bij de verantwoording horen: ${settlement.evidence.join(', ')}.`,
  ];
}
