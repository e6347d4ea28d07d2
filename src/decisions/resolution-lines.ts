import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import { decisionsProblems } from './domain/decisions.problems.ts';
import type { LineResolution } from './domain/resolution.ts';
import type { Abstention } from './domain/abstention.ts';
import type { AbstentionRequest, ResolutionLineRequest } from './college-list.request.ts';

function lineFault(index: number, field: string, code: string, detail: string): InputFault {
  return { in: 'body', location: `/lines/${index}/${field}`, code, detail };
}

const fields = ['kind', 'grantedCents', 'reason'] as const;

/** The fields that say something else than the outcome does: nobody can tell which of the two was decided. */
function contradicting(line: ResolutionLineRequest, index: number): InputFault[] {
  if (line.outcome === 'changed') return [];
  const detail = 'Dit hoort bij een gewijzigde regel. Laat het weg, of kies voor gewijzigd.';
  return fields
    .filter((name) => line[name] !== undefined && !(line.outcome === 'deferred' && name === 'reason'))
    .map((name) => lineFault(index, name, 'does-not-belong', detail));
}

/** The fields that a line lacks for what it says was decided. */
function lacking(line: ResolutionLineRequest, index: number): InputFault[] {
  const faults: InputFault[] = [];
  if (line.outcome === 'as-proposed') return faults;
  if (line.reason === undefined) {
    faults.push(lineFault(index, 'reason', 'required', 'Zeg waarom het college anders besloot of aanhield.'));
  }
  if (line.outcome === 'deferred') return faults;
  if (line.kind === undefined)
    faults.push(lineFault(index, 'kind', 'required', 'Zeg wat het college besloot.'));
  if (line.grantedCents === undefined) {
    faults.push(lineFault(index, 'grantedCents', 'required', 'Geef het bedrag dat het college toekent.'));
  }
  return faults;
}

function resolutionOf({ outcome, kind, grantedCents, reason = '' }: ResolutionLineRequest): LineResolution {
  if (outcome === 'as-proposed') return { outcome };
  if (outcome === 'deferred' || kind === undefined || grantedCents === undefined) {
    return { outcome: 'deferred', reason };
  }
  return { outcome, kind, grantedCents, reason };
}

/**
 * Reads the lines of a resolution as the registrar entered them.
 * @throws DomainError `lines-do-not-match` with every fault: a line twice, without what it needs, or with what contradicts it
 */
export function readResolutionLines(lines: readonly ResolutionLineRequest[]): Map<string, LineResolution> {
  const read = new Map<string, LineResolution>();
  const faults: InputFault[] = [];
  lines.forEach((line, index) => {
    if (read.has(line.applicationId)) {
      faults.push(lineFault(index, 'applicationId', 'twice', 'Deze aanvraag staat er twee keer.'));
    }
    faults.push(...lacking(line, index), ...contradicting(line, index));
    read.set(line.applicationId, resolutionOf(line));
  });
  if (faults.length > 0) {
    throw DomainError.of(decisionsProblems, 'lines-do-not-match', 'Verbeter de genoemde regels.', faults);
  }
  return read;
}

/** Reads who of the college takes no part; without lines it is about the whole list. */
export function readAbstentions(abstentions: readonly AbstentionRequest[] = []): Abstention[] {
  return abstentions.map(({ memberName, applicationIds = [] }) => ({ memberName, applicationIds }));
}
