import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Cents } from '../kernel/money.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { Interests } from '../applications/interests.service.ts';
import { AdviceEntity } from './advice.entity.ts';
import type { Comparison, GivenAdvice } from './domain/comparison.ts';
import { RankingEntity } from './ranking.entity.ts';
import { RemainderChoiceEntity } from './remainder-choice.entity.ts';
import { ScoreSheetEntity } from './score-sheet.entity.ts';
import { type RecordedCount, VoteRecordEntity } from './vote-record.entity.ts';

/** A plan with what was counted, as everybody may know it. */
export interface PublishedCount {
  readonly applicationNumber: string;
  readonly votes: number;
  readonly kernId: string;
  readonly themeCode: string | null;
  readonly themeVotes: number;
  readonly requestedCents: Cents;
}

const reasonPlace = ({ rankingId, applicationId }: AdviceEntity): string =>
  `advice.reason:${rankingId}:${applicationId}`;

/** Keeps and reads what applications are compared by; of two records about the same, the later counts. */
@Injectable()
export class Comparisons {
  readonly #keys: CaseKeys;
  readonly #interests: Interests;

  constructor(keys: CaseKeys, interests: Interests) {
    this.#keys = keys;
    this.#interests = interests;
  }

  async of(
    manager: EntityManager,
    regulationId: string,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, Comparison>> {
    const sheets = await this.sheetsOf(manager, applicationIds);
    const advice = await this.#adviceOf(manager, applicationIds);
    const choices = await this.#choices(manager, applicationIds);
    const counted = await this.#counted(manager, regulationId);
    return new Map(
      applicationIds.map((id) => {
        const vote = counted.get(id);
        const themeVotes = Object.fromEntries(
          (vote?.record.themeCounts ?? []).map(({ themeCode, votes }) => [themeCode, votes]),
        );
        const points = [...(sheets.get(id) ?? [])].map(
          ([subject, sheet]) => [subject, sheet.points] as const,
        );
        return [
          id,
          {
            sheets: new Map(points),
            declinesPart: choices.get(id) === true,
            choseAboutPart: choices.has(id),
            advice: advice.get(id) ?? null,
            votes: vote?.count.votes ?? null,
            themeVotes,
          },
        ];
      }),
    );
  }

  /** What was counted of every plan of a regulation, the last time, as it is published. */
  async publishedCounts(manager: EntityManager, regulationId: string): Promise<PublishedCount[]> {
    const counted = await this.#counted(manager, regulationId);
    return [...counted.values()].flatMap(({ count, record }) => {
      const { applicationNumber, votes, kernId, themeCode = null, requestedCents } = count;
      if (kernId === undefined || requestedCents === undefined) return [];
      const themeVotes = record.themeCounts.find((theme) => theme.themeCode === themeCode)?.votes ?? 0;
      return [{ applicationNumber, votes, kernId, themeCode, themeVotes, requestedCents }];
    });
  }

  async #counted(
    manager: EntityManager,
    regulationId: string,
  ): Promise<ReadonlyMap<string, { readonly count: RecordedCount; readonly record: VoteRecordEntity }>> {
    const records = await manager.find(VoteRecordEntity, { where: { regulationId }, order: { id: 'ASC' } });
    return new Map(
      records.flatMap((record) =>
        record.counts.map((count) => [count.applicationId, { count, record }] as const),
      ),
    );
  }

  /** The sheets that count, by application and assessor; those of who keeps out of it now are set aside. */
  async sheetsOf(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, ScoreSheetEntity>>> {
    const rows = await manager.find(ScoreSheetEntity, {
      where: { applicationId: In([...applicationIds]) },
      order: { id: 'ASC' },
    });
    const recused = await this.#interests.recusedFrom(manager, applicationIds);
    const perApplication = new Map<string, Map<string, ScoreSheetEntity>>();
    for (const row of rows) {
      if (recused.get(row.applicationId)?.has(row.assessorSubject)) continue;
      const sheets = perApplication.get(row.applicationId) ?? new Map<string, ScoreSheetEntity>();
      perApplication.set(row.applicationId, sheets.set(row.assessorSubject, row));
    }
    return perApplication;
  }

  /** The applications of which the applicant has no use for a part. */
  async declining(manager: EntityManager, applicationIds: readonly string[]): Promise<ReadonlySet<string>> {
    const choices = await this.#choices(manager, applicationIds);
    return new Set(applicationIds.filter((id) => choices.get(id) === true));
  }

  /** Stores what was advised about one application; its key must have been opened. */
  seal(manager: EntityManager, advice: AdviceEntity): AdviceEntity {
    const { reason, applicationId } = advice;
    const key = this.#keys.held(manager, applicationId);
    advice.reasonSealed = reason === null ? null : key.seal(reason, reasonPlace(advice));
    return advice;
  }

  /** What applicants said of a part last: whether they have no use for it. */
  async #choices(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, boolean>> {
    const rows = await manager.find(RemainderChoiceEntity, {
      where: { applicationId: In([...applicationIds]) },
      order: { id: 'ASC' },
    });
    return new Map(rows.map(({ applicationId, declines }) => [applicationId, declines]));
  }

  async #adviceOf(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, GivenAdvice>> {
    const rows = await manager.find(AdviceEntity, {
      where: { applicationId: In([...applicationIds]) },
      order: { rankingId: 'ASC' },
    });
    const rankings = await manager.findBy(RankingEntity, { id: In(rows.map(({ rankingId }) => rankingId)) });
    const bodies = new Map(rankings.map(({ id, body }) => [id, body]));
    const keys = await this.#keys.ofAll(manager, applicationIds);
    return new Map(
      rows.map((row) => {
        const { applicationId, rankingId, outcome, place, reasonSealed } = row;
        const key = keys.get(applicationId);
        const reason = reasonSealed && key ? key.open<string>(reasonSealed, reasonPlace(row)) : null;
        return [applicationId, { body: bodies.get(rankingId) ?? '', outcome, place, reason }];
      }),
    );
  }
}
