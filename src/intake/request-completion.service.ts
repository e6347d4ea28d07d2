import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { caseFacts } from '../applications/domain/case-facts.ts';
import type { RequestedItem } from '../applications/domain/completion-request.ts';
import { termStartsLater } from '../applications/domain/decision-due.ts';
import { dutchStatus, nextStatus } from '../applications/domain/lifecycle.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { completionLength } from '../regulations/domain/groups/terms.ts';
import { composed } from '../letters/domain/composed-letter.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';

/** Asks an applicant to complete an application (Awb 4:5). The clock stops when the letter has been sent. */
@Injectable()
export class RequestCompletion {
  readonly #applications: ApplicationsService;
  readonly #archive: LetterArchive;
  readonly #regulations: RegulationsService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    applications: ApplicationsService,
    archive: LetterArchive,
    regulations: RegulationsService,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#applications = applications;
    this.#archive = archive;
    this.#regulations = regulations;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Makes the letter with what is lacking; announcing it makes the request count. The version of the application rises.
   * @throws DomainError `step-not-possible` when the application cannot be completed any more
   */
  async request(
    manager: EntityManager,
    actor: Actor,
    { application, kern }: Visible,
    items: readonly RequestedItem[],
  ): Promise<LetterEntity> {
    if (nextStatus(application.status, 'ask-completion') === null) {
      const detail = `Deze aanvraag is "${dutchStatus(application.status)}"; dan vraagt u geen aanvulling.`;
      throw DomainError.of(applicationProblems, 'step-not-possible', detail);
    }
    const { document } = await this.#regulations.version(manager, application.regulationVersionId);
    const sender = await this.#archive.senderOn(manager, this.#clock.today());
    const model = composed('completion-request', {
      ...caseFacts(application, document, kern.name, sender, actor.name),
      missing: items,
      term: completionLength(document.terms),
      digitalAddress: sender.digitalAddress,
      termStartsAfter: termStartsLater(application, document, this.#clock.today()),
    });
    const letter = this.#archive.add(manager, application.id, model, null);
    this.#applications.addCompletionRequest(manager, application.id, letter.id, items);
    await this.#applications.raiseVersion(manager, application);
    this.#audit.record(manager, actor, {
      action: 'application:request-completion',
      subjectKind: 'application',
      subjectId: application.id,
      detail: { letterId: letter.id, items: items.length },
    });
    return letter;
  }
}
