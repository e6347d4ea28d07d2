import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { type CaseView, viewOf } from '../identity/domain/case-view.ts';
import { HeldCases } from '../applications/held-cases.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { PartyChanges } from './party-changes.service.ts';
import { Parties } from './parties.service.ts';
import type { PartyEntity } from './party.entity.ts';
import type { NamePartyRequest } from './party.request.ts';
import { NamedPartyResponse, PartyResponse } from './party.response.ts';

/** Somebody in a path. */
export interface PartyPlace {
  readonly applicationId: string;
  readonly partyId: string;
}

function isSeen({ role }: PartyEntity, view: CaseView): boolean {
  return view.has('people') || (role === 'payee' && view.has('payment'));
}

/** Opens the transactions in which people are named in a case and leave it, and shows who they are. */
@Injectable()
export class PartyDesk {
  readonly #manager: EntityManager;
  readonly #held: HeldCases;
  readonly #visible: VisibleApplications;
  readonly #parties: Parties;
  readonly #changes: PartyChanges;
  readonly #audit: AuditLog;

  constructor(
    manager: EntityManager,
    held: HeldCases,
    visible: VisibleApplications,
    parties: Parties,
    changes: PartyChanges,
    audit: AuditLog,
  ) {
    this.#manager = manager;
    this.#held = held;
    this.#visible = visible;
    this.#parties = parties;
    this.#changes = changes;
    this.#audit = audit;
  }

  /** Everybody who was named, oldest first: at most sixty. */
  async list(actor: Actor, applicationId: string): Promise<PartyResponse[]> {
    const { facts } = await this.#visible.open(this.#manager, actor, 'party:read', applicationId);
    const view = viewOf(actor, 'party:read', facts);
    const parties = await this.#parties.ofCase(this.#manager, applicationId);
    return parties.filter((party) => isSeen(party, view)).map((party) => PartyResponse.of(party));
  }

  /** @throws DomainError as `PartyChanges.name` */
  name(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    request: NamePartyRequest,
  ): Promise<NamedPartyResponse> {
    const action = 'party:record';
    return this.#held.once({ actor, claim, applicationId }, action, async (manager) => {
      const { application } = await this.#visible.holdToAdd(manager, actor, action, applicationId);
      const { party, code } = await this.#changes.name(manager, actor, application, request);
      this.#record(manager, actor, action, party, 'named');
      const { version } = application;
      return Object.assign(new NamedPartyResponse(), PartyResponse.of(party), { code, version });
    });
  }

  /** @throws DomainError as `PartyChanges.end` */
  end(
    actor: Actor,
    claim: IdempotencyClaim,
    { applicationId, partyId }: PartyPlace,
    expectedVersion: number,
  ): Promise<PartyResponse> {
    const change = { actor, claim, applicationId, expectedVersion };
    return this.#held.change(change, 'party:record', async (manager, { application }) => {
      const party = await this.#changes.end(manager, application, partyId);
      this.#record(manager, actor, 'party:record', party, 'ended');
      return PartyResponse.of(party);
    });
  }

  #record(manager: EntityManager, actor: Actor, action: string, party: PartyEntity, what: string): void {
    const { id: partyId, role, applicationId } = party;
    this.#audit.record(manager, actor, {
      ...{ action, subjectKind: 'application', subjectId: applicationId },
      detail: { what, partyId, role },
    });
  }
}
