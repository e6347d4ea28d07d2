/** What a scenario works with. */
export interface SoakSurroundings {
  /** An empty directory of its own, removed afterwards. */
  readonly directory: string;
  /** The length of the run: 1 is the long form, 0.1 a tenth of it. */
  readonly scale: number;
  /** Tells whoever watches how far it is. */
  readonly tell: (message: string) => void;
}

export interface SoakOutcome {
  readonly figures: Readonly<Record<string, number | string>>;
  /** What should not have happened; empty when all is well. */
  readonly faults: readonly string[];
}

/** Something that is done for a long time, after which everything must still be right. */
export interface SoakScenario {
  readonly name: string;
  readonly summary: string;
  run(surroundings: SoakSurroundings): Promise<SoakOutcome>;
}
