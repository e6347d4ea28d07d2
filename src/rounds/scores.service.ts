import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { HeldCases } from '../applications/held-cases.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { Comparisons } from './comparisons.service.ts';
import { roundsProblems, refuseFaults } from './domain/rounds.problems.ts';
import { assessorsOf, scoreFaults, sheetOf, type Tender } from './domain/score-check.ts';
import { ScoreSheetEntity } from './score-sheet.entity.ts';
import type { RecordScoresRequest } from './scores.request.ts';
import { scoresResponse, type ScoresResponse } from './scores.response.ts';

/** Lets assessors give points, each on their own: nobody sees those of others before all of them are in. */
@Injectable()
export class Scores {
  readonly #held: HeldCases;
  readonly #comparisons: Comparisons;
  readonly #regulations: RegulationsService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    held: HeldCases,
    comparisons: Comparisons,
    regulations: RegulationsService,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#held = held;
    this.#comparisons = comparisons;
    this.#regulations = regulations;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws DomainError as `VisibleApplications.open`, or `not-compared-by-points` */
  read(actor: Actor, applicationId: string): Promise<ScoresResponse> {
    return this.#held.look(actor, 'score:read', applicationId, async (manager, { application }) => {
      const tender = await this.#tenderOf(manager, application);
      return this.#answer(manager, actor, application, tender);
    });
  }

  /**
   * Records the points of the caller; until everybody has given theirs, one may think again.
   * @throws DomainError as `VisibleApplications.hold`, `not-compared-by-points`, `not-to-be-compared`, `scores-closed`
   *   or `scores-do-not-fit`
   */
  record(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    expectedVersion: number,
    { scores }: RecordScoresRequest,
  ): Promise<ScoresResponse> {
    const change = { actor, claim, applicationId, expectedVersion };
    return this.#held.change(change, 'score:record', async (manager, { application }) => {
      const tender = await this.#tenderOf(manager, application);
      refuseUncompared(application);
      const sheets = (await this.#comparisons.sheetsOf(manager, [applicationId])).get(applicationId);
      if ((sheets?.size ?? 0) >= assessorsOf(tender)) throw closed();
      refuseFaults('scores-do-not-fit', scoreFaults(tender, scores));
      this.#store(manager, actor, applicationId, scores);
      return this.#answer(manager, actor, application, tender);
    });
  }

  #store(
    manager: EntityManager,
    actor: Actor,
    applicationId: string,
    scores: RecordScoresRequest['scores'],
  ): void {
    const sheet = Object.assign(new ScoreSheetEntity(), {
      ...{ id: newId(), applicationId, assessorSubject: actor.subject, assessorName: actor.name },
      ...{ points: sheetOf(scores), recordedAt: this.#clock.now() },
    });
    insertRows(manager, ScoreSheetEntity, [sheet]);
    // What was given stays with the assessor until all points are in, so the log does not tell.
    this.#audit.record(manager, actor, {
      action: 'score:record',
      subjectKind: 'application',
      subjectId: applicationId,
      detail: { sheetId: sheet.id },
    });
  }

  async #tenderOf(manager: EntityManager, application: ApplicationEntity): Promise<Tender> {
    const { document } = await this.#regulations.version(manager, application.regulationVersionId);
    if (document.distribution.kind === 'tender') return document.distribution;
    const detail = 'Deze regeling vergelijkt aanvragen niet met punten.';
    throw DomainError.of(roundsProblems, 'not-compared-by-points', detail);
  }

  async #answer(
    manager: EntityManager,
    actor: Actor,
    { id, version }: ApplicationEntity,
    tender: Tender,
  ): Promise<ScoresResponse> {
    const sheets = (await this.#comparisons.sheetsOf(manager, [id])).get(id);
    return scoresResponse(version, assessorsOf(tender), [...(sheets?.values() ?? [])], actor.subject);
  }
}

function refuseUncompared({ status }: ApplicationEntity): void {
  if (status === 'complete') return;
  const detail = 'Alleen een complete aanvraag waarop nog niet is besloten, krijgt punten.';
  throw DomainError.of(roundsProblems, 'not-to-be-compared', detail);
}

function closed(): DomainError {
  const detail = 'Alle beoordelaars hebben punten gegeven; daarna verandert niemand ze meer.';
  return DomainError.of(roundsProblems, 'scores-closed', detail);
}
