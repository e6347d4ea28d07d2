import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import type { CaseKey } from '../secrets/case-key.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { VisibleApplications } from './visible-applications.service.ts';

/** What stands on every record of what officials did to an application. */
export interface Signed {
  readonly at: Date;
  readonly by: string;
  readonly textsSealed: Buffer;
}

/**
 * What the records of changed, merged and forwarded applications have in common: what was written is sealed with the key of
 * the case, it says who wrote it and when, and who may see changes may read it.
 */
@Injectable()
export class ChangeRegister {
  readonly #visible: VisibleApplications;
  readonly #keys: CaseKeys;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(visible: VisibleApplications, keys: CaseKeys, clock: Clock, manager: EntityManager) {
    this.#visible = visible;
    this.#keys = keys;
    this.#clock = clock;
    this.#manager = manager;
  }

  /**
   * Signs and seals a record of an application that the caller has locked.
   * @param seal seals what was written, at a place of its own so that it opens nowhere else
   */
  sign(manager: EntityManager, actor: Actor, applicationId: string, seal: (key: CaseKey) => Buffer): Signed {
    const textsSealed = seal(this.#keys.held(manager, applicationId));
    return { at: this.#clock.now(), by: actor.subject, textsSealed };
  }

  /** Reads for who may see what was changed of an application. @throws DomainError as `VisibleApplications.open` */
  async read<Answer>(
    actor: Actor,
    applicationId: string,
    work: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    await this.#visible.open(this.#manager, actor, 'application:read-changes', applicationId);
    return work(this.#manager);
  }
}
