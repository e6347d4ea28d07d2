import type { TSchema } from 'typebox';
import type { StepOutcome } from '../conditions.ts';
import type { Contradiction } from '../../../regulations/domain/contradiction.ts';

/** Gives the name of a body by its code, for sentences. */
export type BodyName = (code: string) => string;

/** What is known of one kind of step: its form in the document, the form of its findings, and its words. */
export interface StepRules<Step, Findings> {
  /** Dutch word for the kind. */
  readonly kindName: string;
  /** What a step of this kind is in the document. */
  readonly schema: TSchema;
  /** What somebody fills in who did the step. */
  readonly form: TSchema;
  /** What happens in the step, as Dutch sentences. */
  sentences(step: Step, bodyName: BodyName): string[];
  /** What came of it. */
  outcomeOf(findings: Findings, step: Step): StepOutcome;
  /** What came of it in one Dutch text, for the official and the decision. */
  report(findings: Findings, step: Step): string;
  /** How many people took part, where the kind of step counts them. */
  people?(findings: Findings): number;
  /** What in the findings cannot be so, beside what their form forbids; pointers are relative to the findings. */
  contradictions?(findings: Findings, step: Step): Contradiction[];
}
