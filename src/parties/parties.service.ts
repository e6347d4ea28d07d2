import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { CaseIndexes } from '../applications/case-indexes.service.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import type { CaseKey } from '../secrets/case-key.ts';
import type { Party } from './domain/party.ts';
import { partyNotFound } from './domain/parties.problems.ts';
import { PartyEntity } from './party.entity.ts';

type Personal = Pick<Party, 'person' | 'iban'>;

const place = (id: string): string => `case_party.personal:${id}`;

export function codeHashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}

/** Reads and seals who was named in cases. */
@Injectable()
export class Parties {
  readonly #keys: CaseKeys;
  readonly #indexes: CaseIndexes;

  constructor(keys: CaseKeys, indexes: CaseIndexes) {
    this.#keys = keys;
    this.#indexes = indexes;
  }

  /** Everybody who was named in a case that the caller has opened, oldest first. */
  async ofCase(manager: EntityManager, applicationId: string): Promise<PartyEntity[]> {
    const order = { id: 'ASC' } as const;
    const rows = await manager.find(PartyEntity, { where: { applicationId }, order });
    return this.opened(manager, rows);
  }

  /** Who some rows are; those of destroyed cases are left out. */
  async opened(manager: EntityManager, rows: readonly PartyEntity[]): Promise<PartyEntity[]> {
    if (rows.length === 0) return [];
    const keys = await this.#keys.ofAll(
      manager,
      rows.map(({ applicationId }) => applicationId),
    );
    return rows.flatMap((row) => {
      const key = keys.get(row.applicationId);
      return key ? [opened(key, row)] : [];
    });
  }

  /** The one to whom a code belongs, in a case that still has its key. @throws DomainError `party-not-found` */
  async byCode(manager: EntityManager, code: string): Promise<PartyEntity> {
    const row = await manager.findOneBy(PartyEntity, { codeHash: codeHashOf(code) });
    const key = row === null ? null : await this.#keys.find(manager, row.applicationId);
    if (row === null || key === null) throw partyNotFound();
    return opened(key, row);
  }

  /** Lets a submitted application be found by who takes part in it, or may; not by who left. */
  keepFound(manager: EntityManager, application: ApplicationEntity, parties: readonly Party[]): void {
    if (application.number === null) return;
    const present = parties.filter(({ endedOn }) => endedOn === null);
    const texts = present.flatMap(({ person }) => [
      person.name,
      `${person.street} ${person.houseNumber}`,
      `${person.postcode} ${person.place}`,
    ]);
    this.#indexes.keepPeople(manager, application, texts);
  }

  /** Seals who somebody is, in a transaction in which the key of the case was read. */
  sealed(manager: EntityManager, party: PartyEntity): PartyEntity {
    const { person, iban } = party;
    const key = this.#keys.held(manager, party.applicationId);
    party.personalSealed = key.seal({ person, iban } satisfies Personal, place(party.id));
    return party;
  }
}

function opened(key: CaseKey, row: PartyEntity): PartyEntity {
  return Object.assign(row, key.open<Personal>(row.personalSealed, place(row.id)));
}
