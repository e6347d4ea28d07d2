import type { InputFault } from '../../kernel/domain-error.ts';
import type { Advice } from '../../regulations/domain/groups/advice.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { faultIn } from './rounds.problems.ts';

export const adviceOutcomes = ['positive', 'negative'] as const;

export type AdviceOutcome = (typeof adviceOutcomes)[number];

export interface AdvisedLine {
  readonly applicationId: string;
  readonly outcome: AdviceOutcome;
  /** 1 for the first; equal numbers are equal places. */
  readonly place?: number | undefined;
  readonly reason?: string | undefined;
}

type AdviceRules = Pick<RegulationDocument, 'advice' | 'distribution'>;

/** The adviser whose advice binds, or null where none does. Bodies of residents advise, whatever they are called. */
export function bindingAdviser({
  advice,
}: Pick<RegulationDocument, 'advice'>): Advice['advisers'][number] | null {
  return advice.advisers.find(({ binding }) => binding) ?? null;
}

/** Whether somebody advises or puts applications in order before the decision. */
export function isAdvised({ advice, distribution }: AdviceRules): boolean {
  return (
    distribution.kind === 'committee' ||
    advice.advisers.some(({ informedAfterwards = false }) => !informedAfterwards)
  );
}

/** Everything that is wrong with an order or advice, at once. Which applications there are is not looked at here. */
export function rankingFaults({ distribution }: AdviceRules, lines: readonly AdvisedLine[]): InputFault[] {
  const ranks = distribution.kind === 'committee';
  const seen = new Set<string>();
  return lines.flatMap(({ applicationId, outcome, place, reason }, index) => {
    const at = `/lines/${index}`;
    const faults: InputFault[] = [];
    if (seen.has(applicationId)) {
      faults.push(faultIn(`${at}/applicationId`, 'twice', 'Deze aanvraag staat er twee keer.'));
    }
    seen.add(applicationId);
    if (ranks && place === undefined) {
      faults.push(faultIn(`${at}/place`, 'required', 'Geef de plaats in de volgorde.'));
    }
    if (!ranks && place !== undefined) {
      faults.push(faultIn(`${at}/place`, 'does-not-belong', 'In deze regeling maakt niemand een volgorde.'));
    }
    if (outcome === 'negative' && reason === undefined) {
      faults.push(faultIn(`${at}/reason`, 'required', 'Zeg waarom het advies negatief is.'));
    }
    return faults;
  });
}
