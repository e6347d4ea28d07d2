import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { Abstention } from './domain/abstention.ts';
import type { Deviation } from './domain/proposed-otherwise.ts';
import type { MoneyPlace } from './domain/money-place.ts';
import type { Proposal, ProposalFacts } from './domain/proposal-facts.ts';
import type { ProposalResult } from './proposal-inputs.service.ts';
import type { LineResolution, ResolvedLine } from './domain/resolution.ts';

/** What the college decided, as the registrar enters it. */
export interface Resolution {
  readonly number: string;
  readonly date: CalendarDate;
  /** Per application; a line that is not named was decided as proposed. */
  readonly lines: ReadonlyMap<string, LineResolution>;
  /** Who took no part; null for who the list names. */
  readonly abstentions: readonly Abstention[] | null;
}

/** One line with what became of it. */
export interface DecidedLine {
  readonly line: { readonly proposal: Proposal; readonly deviation: Deviation | null };
  readonly application: ApplicationEntity;
  readonly place: MoneyPlace;
  /** The reservation from which it is paid; left out for what is available. */
  readonly holdId?: string;
  /** How a first decision divides the money, and what is known; null for a change of a decision. */
  readonly divided: {
    readonly document: Pick<RegulationDocument, 'distribution'>;
    readonly facts: ProposalFacts;
  } | null;
  readonly resolution: LineResolution;
  readonly resolved: ResolvedLine | null;
}

/** How a first decision on this application divides the money; null for a change of a decision. */
export function dividedIn(
  { document, facts }: ProposalResult,
  applicationId: string,
): DecidedLine['divided'] {
  const known = facts.get(applicationId);
  return known === undefined ? null : { document, facts: known };
}
