import type { SenderFacts } from './facts.ts';

/** What a municipality configures about its letters, from a date on. */
export interface LetterSender {
  readonly facts: SenderFacts;
  /** Who answers questions where no official has handled the case yet. */
  readonly contact: { readonly name: string; readonly phone: string };
  /** Where applicants send what is missing. */
  readonly digitalAddress: string;
  readonly college: {
    readonly mayorName: string;
    readonly mayorTitle: string;
    readonly secretaryName: string;
    readonly secretaryTitle: string;
  };
}
