/** Who takes the decision (Awb 10:1 to 10:12). Bodies of residents advise and never decide. */
export interface Decider {
  readonly kind: 'college' | 'mandate';
}

const sentences = {
  college: 'Het college van burgemeester en wethouders beslist zelf, op een lijst.',
  mandate: 'Een medewerker beslist namens het college van burgemeester en wethouders.',
} as const satisfies Record<Decider['kind'], string>;

export function deciderSentences(decider: Decider): string[] {
  return [sentences[decider.kind]];
}
