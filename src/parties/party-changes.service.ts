import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { Actor } from '../kernel/actor.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { CoApplicantCounts } from '../applications/co-applicant-counts.service.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { consentedCoApplicants } from './domain/party.ts';
import { partyHindered, partyNotFound, partyRefused } from './domain/parties.problems.ts';
import { endObstacle, namingFaults, namingObstacle } from './domain/party-rules.ts';
import { codeHashOf, Parties } from './parties.service.ts';
import { PartyEntity } from './party.entity.ts';
import type { NamePartyRequest } from './party.request.ts';

/** Names people in a case that the caller holds, and lets them leave. */
@Injectable()
export class PartyChanges {
  readonly #parties: Parties;
  readonly #attachments: Attachments;
  readonly #counts: CoApplicantCounts;
  readonly #clock: Clock;

  constructor(parties: Parties, attachments: Attachments, counts: CoApplicantCounts, clock: Clock) {
    this.#parties = parties;
    this.#attachments = attachments;
    this.#counts = counts;
    this.#clock = clock;
  }

  /**
   * Names somebody, who takes part when he or she says yes. The version of the application rises.
   * @throws DomainError `party-refused`, `attachment-unknown`, or what stands in the way: see `namingObstacle`
   */
  async name(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    request: NamePartyRequest,
  ): Promise<{ readonly party: PartyEntity; readonly code: string }> {
    const existing = await this.#parties.ofCase(manager, application.id);
    const { role, iban, agreementAttachmentId } = request;
    const byApplicant = application.ownerSubject === applicantSubject(actor);
    const about = { applicantKind: application.applicant.kind, status: application.status };
    const naming = { role, iban, agreementAttachmentId, byApplicant, ...about, existing };
    const faults = namingFaults(naming);
    if (faults.length > 0) throw partyRefused(faults);
    const obstacle = namingObstacle(naming);
    if (obstacle !== null) throw partyHindered(obstacle);
    if (agreementAttachmentId !== undefined) {
      const place = '/agreementAttachmentId';
      await this.#attachments.requireOne(manager, application.id, agreementAttachmentId, place);
    }
    const code = randomBytes(16).toString('hex');
    const party = this.#parties.sealed(manager, this.#row(actor, application.id, request, code));
    insertRows(manager, PartyEntity, [party]);
    const all = [...existing, party];
    this.#parties.keepFound(manager, application, all);
    await this.#counts.note(manager, application, consentedCoApplicants(all));
    return { party, code };
  }

  /** Lets somebody leave. @throws DomainError `party-not-found`, `party-ended` or `party-in-force` */
  async end(manager: EntityManager, application: ApplicationEntity, partyId: string): Promise<PartyEntity> {
    const existing = await this.#parties.ofCase(manager, application.id);
    const party = existing.find(({ id }) => id === partyId);
    if (party === undefined) throw partyNotFound();
    const obstacle = endObstacle(party);
    if (obstacle !== null) throw partyHindered(obstacle);
    party.endedOn = this.#clock.today();
    await manager.update(PartyEntity, partyId, { endedOn: party.endedOn });
    this.#parties.keepFound(manager, application, existing);
    await this.#counts.note(manager, application, consentedCoApplicants(existing));
    return party;
  }

  #row(actor: Actor, applicationId: string, request: NamePartyRequest, code: string): PartyEntity {
    const { role, name, street, houseNumber, postcode, place, email, phone } = request;
    const { iban, agreementAttachmentId } = request;
    return Object.assign(new PartyEntity(), {
      ...{ id: newId(), applicationId, role, codeHash: codeHashOf(code) },
      ...{ agreementAttachmentId: agreementAttachmentId ?? null, namedBy: actor.subject },
      ...{ namedAt: this.#clock.now(), consentedOn: null, consentedBy: null, consentSubject: null },
      ...{ consentAttachmentId: null, endedOn: null, iban: iban ?? null },
      person: { name, street, houseNumber, postcode, place, email: email ?? null, phone: phone ?? null },
    });
  }
}
