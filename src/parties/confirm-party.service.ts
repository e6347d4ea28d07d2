import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { noteCase } from '../platform/http/request-context.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { maskedIban, partyRoleTexts } from './domain/party.ts';
import { Parties } from './parties.service.ts';
import { RecordConsent } from './record-consent.service.ts';
import type { ConfirmPartyRequest } from './party.request.ts';
import { PartyPreviewResponse, PartyResponse } from './party.response.ts';

/** Lets somebody who was named say yes, with the code that only that person was given. */
@Injectable()
export class ConfirmParty {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #applications: ApplicationsService;
  readonly #parties: Parties;
  readonly #consents: RecordConsent;

  constructor(
    manager: EntityManager,
    transactions: Transactions,
    applications: ApplicationsService,
    parties: Parties,
    consents: RecordConsent,
  ) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#applications = applications;
    this.#parties = parties;
    this.#consents = consents;
  }

  /** What somebody would say yes to. @throws DomainError `party-not-found` */
  async preview({ code }: ConfirmPartyRequest): Promise<PartyPreviewResponse> {
    const { applicationId, role, iban } = await this.#parties.byCode(this.#manager, code);
    noteCase(applicationId);
    const { applicant, title, requestedCents } = await this.#applications.get(this.#manager, applicationId);
    return Object.assign(new PartyPreviewResponse(), {
      ...{ roleName: partyRoleTexts[role], applicantName: applicant.name, title, requestedCents },
      maskedIban: iban === null ? null : maskedIban(iban),
    });
  }

  /** @throws DomainError `party-not-found`, or what stands in the way: see `consentObstacle` */
  async confirm(
    actor: Actor,
    claim: IdempotencyClaim,
    { code }: ConfirmPartyRequest,
  ): Promise<PartyResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const { applicationId, id } = await this.#parties.byCode(manager, code);
        noteCase(applicationId);
        const application = await this.#applications.lock(manager, applicationId);
        const by = {
          consentedBy: 'login',
          consentSubject: actor.subject,
          consentAttachmentId: null,
        } as const;
        return PartyResponse.of(await this.#consents.record(manager, actor, application, id, by));
      },
      roleSuffices,
    );
    return answer;
  }
}
