import { present } from '../kernel/assert.ts';
import { type Cents, zeroCents } from '../kernel/money.ts';
import type { Kern } from '../kernen/domain/kern.ts';
import type { CollegeListEntity } from './college-list.entity.ts';
import type { CollegeListLineEntity } from './college-list-line.entity.ts';
import type { PreparedList } from './college-lists.service.ts';
import {
  CollegeListLineResponse,
  CollegeListResponse,
  CollegeListSummaryResponse,
  KernTotalResponse,
} from './college-list.response.ts';
import { totalsPerKern } from './domain/resolution.ts';

type Kernen = ReadonlyMap<string, Kern>;

function codeOf(kernen: Kernen, kernId: string): string {
  return present(kernen.get(kernId), 'a list is of kernen').code;
}

function lineOf(line: CollegeListLineEntity, kernen: Kernen): CollegeListLineResponse {
  const { position, applicationId, applicationNumber, title, proposal, resolution } = line;
  const reason = resolution !== null && 'reason' in resolution ? { reason: resolution.reason } : {};
  return Object.assign(new CollegeListLineResponse(), {
    ...{ position, applicationId, applicationNumber, title, kernCode: codeOf(kernen, line.kernId) },
    ...{ kind: proposal.kind, requestedCents: proposal.requestedCents, proposedCents: proposal.grantedCents },
    ...{ place: proposal.order?.place ?? null, byLot: proposal.order?.byLot ?? false },
    explanation: proposal.explanation,
    resolution: resolution === null ? null : { outcome: resolution.outcome, ...reason },
  });
}

function totalsOf(
  list: CollegeListEntity,
  lines: readonly CollegeListLineEntity[],
  kernen: Kernen,
): KernTotalResponse[] {
  const proposed = totalsPerKern(lines.map(({ kernId, proposal }) => ({ kernId, ...proposal })));
  return list.kernIds
    .filter((kernId) => lines.some((line) => line.kernId === kernId))
    .map((kernId) =>
      Object.assign(new KernTotalResponse(), {
        kernCode: codeOf(kernen, kernId),
        availableCents: present<Cents>(list.remainders[kernId], 'each kern has a remainder'),
        proposedCents: proposed.get(kernId) ?? zeroCents,
      }),
    );
}

export function summaryOf(list: CollegeListEntity): CollegeListSummaryResponse {
  const { id, status, version, regulationId, preparedAt, resolutionNumber, resolutionDate } = list;
  return Object.assign(new CollegeListSummaryResponse(), {
    ...{ id, status, version, regulationId, preparedAt, resolutionNumber, resolutionDate },
  });
}

/** Writes a list as callers see it. */
export function collegeListOf({ list, lines, notReady }: PreparedList, kernen: Kernen): CollegeListResponse {
  return Object.assign(new CollegeListResponse(), summaryOf(list), {
    lotSeed: list.lotSeed,
    lines: lines.map((line) => lineOf(line, kernen)),
    totals: totalsOf(list, lines, kernen),
    notReady,
  });
}
