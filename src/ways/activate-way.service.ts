import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { type CalendarDate, formatDutchDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { KernEntity } from '../kernen/kern.entity.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import type { WayDocument } from './domain/way-document.ts';
import { faultsOf, waysProblem } from './domain/ways.problems.ts';
import { WayChecks } from './way-checks.service.ts';
import { WayDraftEntity } from './way-draft.entity.ts';
import { WayDrafts } from './way-drafts.service.ts';
import { WayScopeEntity } from './way-scope.entity.ts';
import { WayResponse } from './way.response.ts';
import { WayVersionEntity } from './way-version.entity.ts';

/** The second pair of eyes: makes of a draft a version that never changes. */
@Injectable()
export class ActivateWay {
  readonly #transactions: Transactions;
  readonly #drafts: WayDrafts;
  readonly #checks: WayChecks;
  readonly #regulations: RegulationsService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    transactions: Transactions,
    drafts: WayDrafts,
    checks: WayChecks,
    regulations: RegulationsService,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#transactions = transactions;
    this.#drafts = drafts;
    this.#checks = checks;
    this.#regulations = regulations;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Cases that run keep the version they began with: only who applies from `activeFrom` on gets this one.
   * @throws DomainError `way-four-eyes`, `way-not-sound`, `way-starts-in-past`, `way-versions-overlap`,
   *   `way-other-regulation` or `way-activated`
   */
  async activate(
    actor: Actor,
    claim: IdempotencyClaim,
    draftId: string,
    expectedVersion: number,
    activeFrom: CalendarDate,
  ): Promise<WayResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const draft = await this.#drafts.hold(manager, actor, 'way:activate', draftId, expectedVersion);
        if (draft.writtenBy.includes(actor.subject)) {
          const detail = 'Wie aan de werkwijze schreef, laat haar niet ingaan. Vraag een ander.';
          throw waysProblem('way-four-eyes', detail);
        }
        this.#refusePast(activeFrom);
        const document = await this.#soundDocument(manager, draft, activeFrom);
        const version = await this.#insert(manager, actor, draft, document, activeFrom);
        await manager.update(WayDraftEntity, draft.id, {
          status: 'activated',
          activatedVersionId: version.id,
          version: draft.version + 1,
        });
        const { id: subjectId, code, number } = version;
        const detail = { code, number, activeFrom, kernCodes: document.kernCodes };
        this.#audit.record(manager, actor, { action: 'way:activate', subjectKind: 'way', subjectId, detail });
        return WayResponse.ofVersion(version, await this.#checks.bodyNames(manager, document.kernCodes));
      },
      roleSuffices,
    );
    return answer;
  }

  #refusePast(activeFrom: CalendarDate): void {
    if (activeFrom >= this.#clock.today()) return;
    const code = 'way-starts-in-past';
    const detail = 'Aanvragen van vroeger houden de werkwijze waarmee zij begonnen. Kies vandaag of later.';
    throw waysProblem(code, detail, [{ in: 'body', location: '/activeFrom', code, detail }]);
  }

  async #soundDocument(
    manager: EntityManager,
    { document }: WayDraftEntity,
    on: CalendarDate,
  ): Promise<WayDocument> {
    const validation = await this.#checks.validate(manager, document, on);
    if (validation.kind === 'sound') return validation.document;
    const detail = 'In de werkwijze staan nog fouten; verbeter die eerst in het concept.';
    throw waysProblem('way-not-sound', detail, faultsOf(validation.faults));
  }

  async #insert(
    manager: EntityManager,
    actor: Actor,
    { code, writtenBy }: WayDraftEntity,
    document: WayDocument,
    activeFrom: CalendarDate,
  ): Promise<WayVersionEntity> {
    const { id: regulationId } = await this.#regulations.getByCode(manager, document.regulationCode);
    const earlier = await manager.find(WayVersionEntity, { where: { code }, order: { number: 'ASC' } });
    if (earlier.some((each) => each.regulationId !== regulationId)) {
      const detail = `De werkwijze "${code}" is voor een andere regeling. Geef deze een eigen code.`;
      throw waysProblem('way-other-regulation', detail);
    }
    const kernen = await manager.findBy(KernEntity, { code: In([...document.kernCodes]) });
    await this.#refuseOverlap(manager, kernen, regulationId, activeFrom);
    const version = Object.assign(new WayVersionEntity(), {
      ...{ id: newId(), code, number: (earlier.at(-1)?.number ?? 0) + 1, regulationId, document, activeFrom },
      ...{ writtenBy, activatedBy: actor.subject, activatedAt: this.#clock.now() },
    });
    await manager.insert(WayVersionEntity, version);
    const scopes = kernen.map(({ id: kernId }) => ({
      kernId,
      regulationId,
      activeFrom,
      versionId: version.id,
    }));
    await manager.insert(WayScopeEntity, scopes);
    return version;
  }

  /** A way takes over from the one before it; nothing is put in between or on the same day. */
  async #refuseOverlap(
    manager: EntityManager,
    kernen: readonly KernEntity[],
    regulationId: string,
    activeFrom: CalendarDate,
  ): Promise<void> {
    const scopes = await manager.findBy(WayScopeEntity, {
      regulationId,
      kernId: In(kernen.map(({ id }) => id)),
    });
    const [latest] = scopes
      .filter((scope) => scope.activeFrom >= activeFrom)
      .sort((one, other) => other.activeFrom.localeCompare(one.activeFrom));
    if (latest === undefined) return;
    const name = kernen.find(({ id }) => id === latest.kernId)?.name ?? '';
    const detail = `Voor ${name} gaat op ${formatDutchDate(latest.activeFrom)} al een werkwijze in. Kies een latere dag.`;
    throw waysProblem('way-versions-overlap', detail);
  }
}
