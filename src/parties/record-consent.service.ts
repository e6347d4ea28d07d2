import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import type { InputFault } from '../kernel/domain-error.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { HeldCases } from '../applications/held-cases.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { partyNotFound, partyRefused } from './domain/parties.problems.ts';
import { type Consent, PartyConsents } from './party-consents.service.ts';
import type { PartyEntity } from './party.entity.ts';
import type { PartyPlace } from './party-desk.service.ts';
import type { PaperConsentRequest } from './party.request.ts';
import { PartyResponse } from './party.response.ts';

/** Writes down that somebody said yes, by login or on paper. */
@Injectable()
export class RecordConsent {
  readonly #held: HeldCases;
  readonly #attachments: Attachments;
  readonly #consents: PartyConsents;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    held: HeldCases,
    attachments: Attachments,
    consents: PartyConsents,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#held = held;
    this.#attachments = attachments;
    this.#consents = consents;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * What an official has seen signed.
   * @throws DomainError `party-not-found`, `party-refused`, `attachment-unknown`, or see `consentObstacle`
   */
  onPaper(
    actor: Actor,
    claim: IdempotencyClaim,
    { applicationId, partyId }: PartyPlace,
    expectedVersion: number,
    { signedOn, attachmentId }: PaperConsentRequest,
  ): Promise<PartyResponse> {
    const change = { actor, claim, applicationId, expectedVersion };
    return this.#held.change(change, 'party:record-paper', async (manager, { application }) => {
      if (signedOn > this.#clock.today()) throw partyRefused([inFuture]);
      await this.#attachments.requireOne(manager, applicationId, attachmentId, '/attachmentId');
      const by = { consentedBy: 'paper', consentSubject: null, consentAttachmentId: attachmentId } as const;
      const consent = { ...by, consentedOn: signedOn };
      return PartyResponse.of(await this.record(manager, actor, application, partyId, consent));
    });
  }

  /** In a case that the caller holds; today, unless it was on another day. */
  async record(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    partyId: string,
    consent: Omit<Consent, 'consentedOn'> & Partial<Pick<Consent, 'consentedOn'>>,
  ): Promise<PartyEntity> {
    const dated = { consentedOn: this.#clock.today(), ...consent };
    const party = await this.#consents.record(manager, application, partyId, dated);
    if (party === null) throw partyNotFound();
    const { consentedBy, consentedOn } = dated;
    this.#audit.record(manager, actor, {
      ...{ action: 'party:confirm', subjectKind: 'application', subjectId: application.id },
      detail: { partyId, role: party.role, consentedBy, consentedOn },
    });
    return party;
  }
}

const inFuture: InputFault = {
  ...{ in: 'body', location: '/signedOn', code: 'receipt-not-possible' },
  detail: 'Deze dag ligt in de toekomst.',
};
