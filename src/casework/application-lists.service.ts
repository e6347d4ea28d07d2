import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { applicantSubject, reachOf } from '../identity/domain/permission.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { WorkListQuery } from './work-list.query.ts';

/** Lists of applications; what the caller may not see is left out by the database. */
@Injectable()
export class ApplicationLists {
  readonly #manager: EntityManager;
  readonly #kernen: KernenService;

  constructor(manager: EntityManager, kernen: KernenService) {
    this.#manager = manager;
    this.#kernen = kernen;
  }

  /** The caller's own applications, newest last, drafts included. */
  async own(actor: Actor, query: PageQuery): Promise<Page<ApplicationResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = this.#manager
      .createQueryBuilder(ApplicationEntity, 'application')
      .where('application.ownerSubject = :subject', { subject: applicantSubject(actor) })
      .orderBy('application.id')
      .limit(query.limit + 1);
    if (after !== null) rows.andWhere('application.id > :after', { after: after[0] });
    return this.#page(await rows.getMany(), query.limit);
  }

  /** Submitted applications of the kernen that the caller works for, in the order in which they came in. */
  async work(actor: Actor, query: WorkListQuery): Promise<Page<ApplicationResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = this.#manager
      .createQueryBuilder(ApplicationEntity, 'application')
      .orderBy('application.id')
      .limit(query.limit + 1);
    // A draft that was withdrawn was never submitted either.
    rows.where('application.number IS NOT NULL');
    if (query.status === undefined) rows.andWhere("application.status <> 'draft'");
    else rows.andWhere('application.status = :status', { status: query.status });
    if (after !== null) rows.andWhere('application.id > :after', { after: after[0] });
    const kernIds = await this.#reachedKernIds(actor, query.kernCode);
    if (kernIds !== null) rows.andWhere('application.kernId = ANY(:kernIds)', { kernIds });
    return this.#page(await rows.getMany(), query.limit);
  }

  /** The kernen that are both asked for and reached; null is all. */
  async #reachedKernIds(actor: Actor, kernCode: string | undefined): Promise<string[] | null> {
    const reach = reachOf(actor, 'application:work-list');
    if (reach.all && kernCode === undefined) return null;
    const kernen = [...(await this.#kernen.byId(this.#manager)).values()];
    return kernen
      .filter(({ code }) => kernCode === undefined || code === kernCode)
      .filter(({ code }) => reach.all || reach.kernCodes.includes(code))
      .map(({ id }) => id);
  }

  async #page(rows: readonly ApplicationEntity[], limit: number): Promise<Page<ApplicationResponse>> {
    const kernen = await this.#kernen.byId(this.#manager);
    return pageOf(rows, limit, (application) => [application.id]).map((application) =>
      ApplicationResponse.of(
        application,
        present(kernen.get(application.kernId), 'an application has a kern').code,
      ),
    );
  }
}
