import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../platform/database/insert-rows.ts';
import type { CaseKey } from '../secrets/case-key.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { CollegeListLineEntity } from './college-list-line.entity.ts';
import type { Proposal } from './domain/proposal-facts.ts';
import type { LineResolution } from './domain/resolution.ts';

interface LineTexts extends Pick<Proposal, 'reasons' | 'explanation' | 'inStep'> {
  readonly title: string;
  readonly deviationReason?: string;
}

/** A line before it is stored. */
export type NewLine = Pick<
  CollegeListLineEntity,
  | 'listId'
  | 'applicationId'
  | 'position'
  | 'kernId'
  | 'applicationNumber'
  | 'title'
  | 'proposal'
  | 'deviation'
>;

type LineId = Pick<CollegeListLineEntity, 'listId' | 'applicationId'>;

const destroyed = 'Vernietigd';
const textsPlace = ({ listId, applicationId }: LineId): string =>
  `college_list_line.texts:${listId}:${applicationId}`;
const reasonPlace = ({ listId, applicationId }: LineId): string =>
  `college_list_line.reason:${listId}:${applicationId}`;

/**
 * Keeps the lines of lists. What was written about a case is sealed with its key; of a destroyed case the line and
 * its amounts remain.
 */
@Injectable()
export class CollegeListLines {
  readonly #keys: CaseKeys;

  constructor(keys: CaseKeys) {
    this.#keys = keys;
  }

  add(manager: EntityManager, lines: readonly NewLine[]): CollegeListLineEntity[] {
    const rows = lines.map((line) => {
      const { reasons, explanation, inStep, ...amounts } = line.proposal;
      const { reason: deviationReason, ...deviating } = line.deviation ?? {};
      const texts: LineTexts = {
        ...{ title: line.title, reasons, explanation },
        ...(inStep && { inStep }),
        ...(deviationReason !== undefined && { deviationReason }),
      };
      const textsSealed = this.#keys.held(manager, line.applicationId).seal(texts, textsPlace(line));
      const undecided = { outcome: null, resolution: null, resolutionReasonSealed: null };
      return Object.assign(new CollegeListLineEntity(), line, {
        ...{ amounts, textsSealed, ...undecided },
        deviating: line.deviation && deviating,
      });
    });
    insertRows(manager, CollegeListLineEntity, rows);
    return rows;
  }

  async of(manager: EntityManager, listId: string): Promise<CollegeListLineEntity[]> {
    const rows = await manager.find(CollegeListLineEntity, { where: { listId }, order: { position: 'ASC' } });
    const keys = await this.#keys.ofAll(
      manager,
      rows.map(({ applicationId }) => applicationId),
    );
    return rows.map((row) => opened(keys.get(row.applicationId), row));
  }

  /** Notes what the college decided on a line. */
  async resolve(manager: EntityManager, line: LineId, resolution: LineResolution): Promise<void> {
    const { listId, applicationId } = line;
    const { reason, ...outcome } = 'reason' in resolution ? resolution : { ...resolution, reason: null };
    const resolutionReasonSealed =
      reason === null ? null : this.#keys.held(manager, applicationId).seal(reason, reasonPlace(line));
    await manager.update(
      CollegeListLineEntity,
      { listId, applicationId },
      { outcome, resolutionReasonSealed },
    );
  }
}

function opened(key: CaseKey | undefined, row: CollegeListLineEntity): CollegeListLineEntity {
  const texts: LineTexts = key
    ? key.open(row.textsSealed, textsPlace(row))
    : { title: destroyed, reasons: [], explanation: destroyed };
  const { title, reasons, explanation, inStep, deviationReason = destroyed } = texts;
  const deviation = row.deviating && { ...row.deviating, reason: deviationReason };
  const sealed = row.resolutionReasonSealed;
  const reason = sealed && key ? key.open<string>(sealed, reasonPlace(row)) : destroyed;
  const resolution = row.outcome && { ...row.outcome, ...(sealed && { reason }) };
  return Object.assign(row, {
    title,
    deviation,
    proposal: { ...row.amounts, reasons, explanation, ...(inStep && { inStep }) },
    resolution,
  });
}
