import type { SenderFacts } from './facts.ts';
import type { LetterTemplates } from './templates/letter-template.ts';

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
  /** How it words its letters; absent where it leaves that to the service. */
  readonly templates?: LetterTemplates;
}
