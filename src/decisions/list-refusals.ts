import { present } from '../kernel/assert.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import type { LedgerState } from '../budgets/domain/ledger-state.ts';
import type { ListSubject } from './college-list.entity.ts';
import type { NewLine } from './college-list-lines.service.ts';
import { abstentionFaults } from './domain/abstention.ts';
import { decisionsProblems } from './domain/decisions.problems.ts';
import { deviationFaults, mostAdded, proposedCents } from './domain/deviation.ts';
import { proposalText } from './domain/proposal-text.ts';
import { mostLines } from './domain/resolution.ts';
import { overspending } from './domain/resolution-check.ts';
import { type ListRequest, type NotReady, requireApart } from './listed-applications.ts';
import type { ProposalResult } from './proposal-inputs.service.ts';

/**
 * Whether the applications that were named alone are those on the list, and can be decided on before the others.
 * @param applicationIds null for all
 * @throws DomainError `not-on-this-list` for what cannot be put on it, or `decides-others`
 */
export function requireNamed(
  applicationIds: readonly string[] | null,
  lines: readonly NewLine[],
  result: ProposalResult,
): void {
  if (applicationIds === null) return;
  const listed = new Set(lines.map(({ applicationId }) => applicationId));
  const faults = applicationIds.flatMap((id, index): InputFault[] => {
    const detail = 'Over deze aanvraag kan nog niet, of niet meer, worden besloten.';
    const location = `/applicationIds/${index}`;
    return listed.has(id) ? [] : [{ in: 'body', location, code: 'not-on-list', detail }];
  });
  if (faults.length > 0) {
    throw DomainError.of(decisionsProblems, 'not-on-this-list', 'Verbeter de genoemde aanvragen.', faults);
  }
  const taken = lines.map(
    (line) => [line.applicationId, mostAdded(line.proposal, proposedCents(line))] as const,
  );
  requireApart(result, new Map(taken));
}

/** What the college is asked in words. @throws DomainError `abstentions-do-not-fit` for who abstains from what is not there */
export function textOf(
  lines: readonly NewLine[],
  request: ListRequest,
  { document }: ProposalResult,
): string {
  const { subject, introduction, abstentions, kernNames } = request;
  const listed = new Set(lines.map(({ applicationId }) => applicationId));
  const faults = abstentionFaults(listed, abstentions);
  if (faults.length > 0) {
    throw DomainError.of(
      decisionsProblems,
      'abstentions-do-not-fit',
      'Verbeter wie niet meebeslist.',
      faults,
    );
  }
  return proposalText({
    ...{ title: document.title, subject, introduction, abstentions },
    lines: lines.map((line) => ({ ...line, kernName: kernNames.get(line.kernId) ?? '' })),
  });
}

export function oneListForAll(): DomainError {
  const detail =
    'Aanvragen uit alle kernen strijden hier om hetzelfde geld. Laat één lijst maken voor alle kernen.';
  return DomainError.of(decisionsProblems, 'one-list-for-all-kernen', detail);
}

export function listTooLong(): DomainError {
  const detail = `Een lijst heeft ten hoogste ${mostLines} aanvragen. Maak een lijst voor minder kernen tegelijk.`;
  return DomainError.of(decisionsProblems, 'list-too-long', detail);
}

const nobodyListed = {
  applications: 'Er zijn geen aanvragen waarover nog moet worden besloten.',
  'waiting-list': 'Er wacht niemand op geld dat vrijkomt.',
} as const satisfies Record<ListSubject, string>;

export function nothingToPropose(subject: ListSubject, notReady: readonly NotReady[]): DomainError {
  const reasons = notReady
    .map(({ applicationNumber, reason }) => `${applicationNumber}: ${reason}`)
    .join(' ');
  return DomainError.of(
    decisionsProblems,
    'nothing-to-propose',
    notReady.length === 0 ? nobodyListed[subject] : reasons,
  );
}

/** @throws DomainError `deviations-do-not-fit`, or `ceiling-reached` when they give more than there is */
export function refuseDeviations(
  lines: readonly NewLine[],
  deviations: ListRequest['deviations'],
  { places }: ProposalResult,
  ledger: LedgerState,
): void {
  if (deviations.length === 0) return;
  const faults = deviationFaults(lines, deviations);
  if (faults.length > 0) {
    throw DomainError.of(decisionsProblems, 'deviations-do-not-fit', 'Verbeter de genoemde regels.', faults);
  }
  const proposed = lines.map((line) => ({
    line,
    place: present(places.get(line.applicationId), 'every application was placed'),
    resolved: null,
  }));
  const excess = overspending(proposed, ledger);
  if (excess !== null) throw excess;
}
