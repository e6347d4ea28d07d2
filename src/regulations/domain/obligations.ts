import { formatDutchDate } from '../../kernel/calendar-date.ts';
import { counted } from './dutch-text.ts';
import type { Execution } from './groups/execution.ts';
import type { Publication } from './groups/publication.ts';

/** What is asked of who gets a grant, and where that stands (Awb 4:37 to 4:39). */
export interface Obligation {
  /** A Dutch sentence to the applicant. */
  readonly text: string;
  readonly basis: string;
}

/**
 * The obligations that a regulation puts on every grant, in the words of a letter.
 * @param regulationName as letters name it
 */
export function obligationsOf(
  { execution, publication }: { readonly execution: Execution; readonly publication: Publication },
  regulationName: string,
): Obligation[] {
  const { startWithinMonths, completeWithinMonths, completeBy, effectYears, obligations = [] } = execution;
  const months = (count: number) => counted(count, 'maand', 'maanden');
  const own = [
    startWithinMonths && `Begin binnen ${months(startWithinMonths)} na de dag van verzending van deze brief.`,
    completeWithinMonths &&
      `Zorg dat uw plan klaar is binnen ${months(completeWithinMonths)} na de dag van verzending van deze brief.`,
    completeBy && `Zorg dat uw plan uiterlijk klaar is op ${formatDutchDate(completeBy)}.`,
    effectYears && `Wat er komt, blijft minstens ${counted(effectYears, 'jaar', 'jaar')} bestaan.`,
    publication.mentionMunicipality === true && 'Noem de gemeente als u over uw plan vertelt.',
  ].filter((text) => typeof text === 'string');
  return [...own.map((text) => ({ text, basis: regulationName })), ...obligations];
}
