import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { CoApplicantCounts } from '../applications/co-applicant-counts.service.ts';
import type { Applicant } from '../applications/domain/application.ts';
import { consentedCoApplicants, type PartyPerson, takesPart } from './domain/party.ts';
import { partyHindered } from './domain/parties.problems.ts';
import { consentObstacle } from './domain/party-rules.ts';
import { Parties } from './parties.service.ts';
import { PartyEntity } from './party.entity.ts';

/** How somebody said yes, and when. */
export interface Consent {
  readonly consentedOn: CalendarDate;
  readonly consentedBy: 'login' | 'paper';
  readonly consentSubject: string | null;
  readonly consentAttachmentId: string | null;
}

/** What follows when somebody says yes: they count, represent the applicants, or get the money. */
@Injectable()
export class PartyConsents {
  readonly #parties: Parties;
  readonly #applications: ApplicationsService;
  readonly #counts: CoApplicantCounts;

  constructor(parties: Parties, applications: ApplicationsService, counts: CoApplicantCounts) {
    this.#parties = parties;
    this.#applications = applications;
    this.#counts = counts;
  }

  /**
   * Records that somebody said yes, in a case that the caller holds; its version rises.
   * @throws DomainError see `consentObstacle`
   */
  async record(
    manager: EntityManager,
    application: ApplicationEntity,
    partyId: string,
    consent: Consent,
  ): Promise<PartyEntity | null> {
    const all = await this.#parties.ofCase(manager, application.id);
    const party = all.find(({ id }) => id === partyId);
    if (party === undefined) return null;
    const { ownerSubject, status } = application;
    const obstacle = consentObstacle(party, ownerSubject, status, consent.consentSubject);
    if (obstacle !== null) throw partyHindered(obstacle);
    const former = all.find(
      (each) => each.role === party.role && each.role !== 'co-applicant' && takesPart(each),
    );
    if (former) {
      former.endedOn = consent.consentedOn;
      await manager.update(PartyEntity, former.id, { endedOn: consent.consentedOn });
    }
    Object.assign(party, consent);
    await manager.update(PartyEntity, party.id, consent);
    const changed = await this.#takeEffect(manager, application, party);
    this.#parties.keepFound(manager, changed, all);
    await this.#counts.note(manager, changed, consentedCoApplicants(all));
    return party;
  }

  async #takeEffect(
    manager: EntityManager,
    application: ApplicationEntity,
    party: PartyEntity,
  ): Promise<ApplicationEntity> {
    const { role, person, iban, consentSubject } = party;
    if (role === 'representative') {
      const applicant = representedBy(application.applicant, person);
      // Whoever gets letters electronically chose so (Awb 2:8), and the next one has not.
      const changes = { applicant, ownerSubject: consentSubject, electronicMessages: false };
      return this.#applications.take(manager, application, [], changes);
    }
    if (role !== 'payee' || iban === null) return application;
    const ibanLastFour = iban.slice(-4);
    return this.#applications.take(manager, application, [], { ibanLastFour }, iban);
  }
}

/** The applicant as the next representative can be reached; a collective keeps its own name. */
function representedBy(applicant: Applicant, person: PartyPerson): Applicant {
  const { name, ...address } = person;
  return applicant.kind === 'collective'
    ? { ...applicant, ...address, contactPerson: name }
    : { ...applicant, ...address, name };
}
