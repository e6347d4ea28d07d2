import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { type Cents, zeroCents } from '../kernel/money.ts';
import { type CaseView, viewOf } from '../identity/domain/case-view.ts';
import type { Kern } from '../kernen/domain/kern.ts';
import type { CollegeListEntity } from './college-list.entity.ts';
import type { CollegeListLineEntity } from './college-list-line.entity.ts';
import type { PreparedList } from './college-lists.service.ts';
import {
  CollegeListLineResponse,
  CollegeListResponse,
  CollegeListSummaryResponse,
  KernTotalResponse,
  ProposedInStepResponse,
} from './college-list.response.ts';
import { sharedByKernen } from './domain/money-place.ts';
import { addedCents, deviates, proposedCents } from './domain/deviation.ts';
import { standingOf } from './domain/step-proposal.ts';
import { totalsPerKern } from './domain/resolution.ts';

type Kernen = ReadonlyMap<string, Kern>;
/** What the caller may see of the cases of a kern. */
type ViewOfKern = (kernCode: string) => CaseView;

function codeOf(kernen: Kernen, kernId: string): string {
  return present(kernen.get(kernId), 'a list is of kernen').code;
}

function proposedInStepOf(line: CollegeListLineEntity): { proposedInStep?: ProposedInStepResponse } {
  const standing = standingOf(line);
  const { inStep } = line.proposal;
  if (inStep === undefined || standing === null) return {};
  const { outcome, amountCents, reason } = inStep;
  const { standing: name, explanation } = standing;
  const said = { outcome, amountCents, reason, standing: name, explanation };
  return { proposedInStep: Object.assign(new ProposedInStepResponse(), said) };
}

function lineOf(
  line: CollegeListLineEntity,
  kernen: Kernen,
  viewOfKern: ViewOfKern,
): CollegeListLineResponse {
  const { position, applicationId, applicationNumber, title, proposal, deviation, resolution } = line;
  const kernCode = codeOf(kernen, line.kernId);
  const isMotivated = viewOfKern(kernCode).has('motivation');
  const reason =
    isMotivated && resolution !== null && 'reason' in resolution ? { reason: resolution.reason } : {};
  return Object.assign(new CollegeListLineResponse(), {
    ...{ position, applicationId, applicationNumber, title, kernCode },
    ...{ kind: deviation?.kind ?? proposal.kind, requestedCents: proposal.requestedCents },
    ...{ grantableCents: proposal.grantableCents, computedCents: proposal.grantedCents },
    ...{ proposedCents: proposedCents(line), deviates: deviates(line) },
    earlierCents: proposal.earlierCents ?? zeroCents,
    ...(isMotivated && deviation && { deviationReason: deviation.reason }),
    ...(isMotivated && proposedInStepOf(line)),
    ...{ place: proposal.order?.place ?? null, byLot: proposal.order?.byLot ?? false },
    ...(isMotivated && { explanation: proposal.explanation }),
    resolution: resolution === null ? null : { outcome: resolution.outcome, ...reason },
  });
}

function totalsOf(
  list: CollegeListEntity,
  lines: readonly CollegeListLineEntity[],
  kernen: Kernen,
): KernTotalResponse[] {
  const proposed = totalsPerKern(
    lines.map((line) => ({
      kernId: line.kernId,
      grantedCents: addedCents(line.proposal, proposedCents(line)),
    })),
  );
  return list.kernIds
    .filter((kernId) => lines.some((line) => line.kernId === kernId))
    .map((kernId) =>
      Object.assign(new KernTotalResponse(), {
        kernCode: codeOf(kernen, kernId),
        availableCents: present<Cents>(
          list.remainders[kernId] ?? list.remainders[sharedByKernen],
          'each kern has a remainder',
        ),
        proposedCents: proposed.get(kernId) ?? zeroCents,
      }),
    );
}

export function summaryOf(list: CollegeListEntity): CollegeListSummaryResponse {
  const { id, subject, status, version, regulationId, preparedAt, resolutionNumber, resolutionDate } = list;
  return Object.assign(new CollegeListSummaryResponse(), {
    ...{ id, subject, status, version, regulationId, preparedAt, resolutionNumber, resolutionDate },
  });
}

/** Writes a list as the caller sees it: without reasons for who sees only what it costs. */
export function collegeListOf(
  { list, lines, notReady }: PreparedList,
  kernen: Kernen,
  actor: Actor,
): CollegeListResponse {
  const viewOfKern: ViewOfKern = (kernCode) => viewOf(actor, 'college-list:read', { kernCode });
  return Object.assign(new CollegeListResponse(), summaryOf(list), {
    ...{ lotSeed: list.lotSeed, proposalText: list.proposalText, abstentions: list.abstentions },
    lines: lines.map((line) => lineOf(line, kernen, viewOfKern)),
    totals: totalsOf(list, lines, kernen),
    notReady,
  });
}
