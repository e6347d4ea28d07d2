import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { CaseSecrets } from '../secrets/case-secrets.service.ts';
import { Parties } from './parties.service.ts';
import { PartyEntity } from './party.entity.ts';

/** Knows to whom money goes that does not go to the applicant. */
@Injectable()
export class Payees {
  readonly #parties: Parties;
  readonly #keys: CaseKeys;
  readonly #secrets: CaseSecrets;

  constructor(parties: Parties, keys: CaseKeys, secrets: CaseSecrets) {
    this.#parties = parties;
    this.#keys = keys;
    this.#secrets = secrets;
  }

  /**
   * The names of the payees of some cases, by case. A case without a payee who said yes is left out, and so is one of
   * which the account number was changed since: the money no longer goes to that payee.
   */
  async namesOf(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const where = {
      ...{ applicationId: In([...applicationIds]), role: 'payee' as const },
      ...{ consentedOn: Not(IsNull()), endedOn: IsNull() },
    };
    const names = new Map<string, string>();
    for (const payee of await this.#parties.opened(manager, await manager.findBy(PartyEntity, where))) {
      const key = await this.#keys.of(manager, payee.applicationId);
      if ((await this.#secrets.read(manager, key, 'iban')) !== payee.iban) continue;
      names.set(payee.applicationId, payee.person.name);
    }
    return names;
  }
}
