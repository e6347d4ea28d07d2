import { Injectable } from '@nestjs/common';
import { EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { decodePageKey, type Page, type PageKey, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { kindsKnownTo } from '../deadlines/domain/visible-due-dates.ts';
import type { NextDueResponse } from '../deadlines/due-item.response.ts';
import { NextDue } from '../deadlines/next-due.service.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import { viewOf } from '../identity/domain/case-view.ts';
import { reachOf } from '../identity/domain/permission.ts';
import type { Action } from '../identity/domain/actions.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { asKnownTo, decisionReaches } from './domain/visible-decision.ts';
import { WorkListItemResponse } from './work-list-item.response.ts';
import type { WorkListQuery } from './work-list.query.ts';

/** Lists of applications; what the caller may not see is left out by the database. */
@Injectable()
export class ApplicationLists {
  readonly #manager: EntityManager;
  readonly #kernen: KernenService;
  readonly #applications: ApplicationsService;
  readonly #regulations: RegulationsService;
  readonly #due: NextDue;

  constructor(
    manager: EntityManager,
    kernen: KernenService,
    applications: ApplicationsService,
    regulations: RegulationsService,
    due: NextDue,
  ) {
    this.#manager = manager;
    this.#kernen = kernen;
    this.#applications = applications;
    this.#regulations = regulations;
    this.#due = due;
  }

  /** The caller's own applications, newest last, drafts included. */
  async own(actor: Actor, query: PageQuery): Promise<Page<ApplicationResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = this.#manager
      .createQueryBuilder(ApplicationEntity, 'application')
      .where('application.ownerSubject = :subject', { subject: applicantSubject(actor) })
      .andWhere('application.destroyedAt IS NULL')
      .orderBy('application.id')
      .limit(query.limit + 1);
    if (after !== null) rows.andWhere('application.id > :after', { after: after[0] });
    return this.#page(actor, 'application:list-own', await rows.getMany(), query.limit, ({ id }) => [id]);
  }

  /** Submitted applications of the kernen that the caller works for, or assigned to the caller, in the order of receipt. */
  async work(actor: Actor, query: WorkListQuery): Promise<Page<WorkListItemResponse>> {
    const after = decodePageKey(query.after, ['text']);
    const rows = this.#manager
      .createQueryBuilder(ApplicationEntity, 'application')
      .orderBy('application.number')
      .limit(query.limit + 1);
    // A draft that was withdrawn was never submitted either.
    rows.where('application.number IS NOT NULL');
    rows.andWhere('application.destroyedAt IS NULL');
    if (query.status === undefined) rows.andWhere("application.status <> 'draft'");
    else rows.andWhere(`${await this.#knownStatus(actor, rows)} = :status`, { status: query.status });
    if (after !== null) rows.andWhere('application.number > :after', { after: after[0] });
    if (query.assigned === 'me') rows.andWhere('application.assigneeSubject = :me', { me: actor.subject });
    if (query.assigned === 'nobody') rows.andWhere('application.assigneeSubject IS NULL');
    if (query.kernCode !== undefined) {
      const kernIds = await this.#kernIds((code) => code === query.kernCode);
      rows.andWhere('application.kernId = ANY(:kernIds)', { kernIds });
    }
    const reach = reachOf(actor, 'application:work-list');
    if (!reach.all) {
      const { assigneeSubjects } = reach;
      const reached = await this.#kernIds((code) => reach.kernCodes.includes(code));
      const within =
        '(application.kernId = ANY(:reached) OR application.assigneeSubject = ANY(:assigneeSubjects))';
      rows.andWhere(within, { reached, assigneeSubjects });
    }
    const keyOf = ({ number }: ApplicationEntity) => [number ?? ''];
    const found = await rows.getMany();
    const page = await this.#page(actor, 'application:work-list', found, query.limit, keyOf);
    const next = await this.#nextDue(actor, found);
    return page.map((application) => WorkListItemResponse.due(application, next.get(application.id) ?? null));
  }

  /**
   * The state as the caller may know it, in SQL: a filter must not tell what the list itself does not show.
   * @param rows gets the parameters that go with it
   */
  async #knownStatus(actor: Actor, rows: SelectQueryBuilder<ApplicationEntity>): Promise<string> {
    const reaches = decisionReaches(actor);
    if (reaches.some(({ all }) => all)) return 'application.status';
    const knowing = await this.#kernIds((code) => reaches.some(({ kernCodes }) => kernCodes.includes(code)));
    const handlers = reaches.flatMap(({ assigneeSubjects }) => assigneeSubjects);
    rows.setParameters({ knowing, handlers });
    return `(CASE WHEN application.status = 'decided' AND application.kernId <> ALL(:knowing)
      AND (application.assigneeSubject = ANY(:handlers)) IS NOT TRUE
      THEN application.undecidedStatus ELSE application.status END)`;
  }

  async #kernIds(isMeant: (code: string) => boolean): Promise<string[]> {
    const kernen = [...(await this.#kernen.byId(this.#manager)).values()];
    return kernen.filter(({ code }) => isMeant(code)).map(({ id }) => id);
  }

  async #page(
    actor: Actor,
    action: Action,
    rows: readonly ApplicationEntity[],
    limit: number,
    keyOf: (application: ApplicationEntity) => PageKey,
  ): Promise<Page<ApplicationResponse>> {
    const kernen = await this.#kernen.byId(this.#manager);
    await this.#applications.open(this.#manager, rows);
    const documents = await this.#documentsOf(rows);
    return pageOf(rows, limit, keyOf).map((application) => {
      const kernCode = present(kernen.get(application.kernId), 'an application has a kern').code;
      const { ownerSubject, assigneeSubject } = application;
      const facts = { kernCode, assigneeSubject, ...(ownerSubject !== null && { ownerSubject }) };
      const document = present(documents.get(application.regulationVersionId), 'bound to a version');
      const known = asKnownTo(actor, application, facts);
      return ApplicationResponse.of(known, kernCode, document, viewOf(actor, action, facts));
    });
  }

  /** What is due next of each, as far as the caller may know of it. */
  async #nextDue(
    actor: Actor,
    rows: readonly ApplicationEntity[],
  ): Promise<ReadonlyMap<string, NextDueResponse>> {
    const kernen = await this.#kernen.byId(this.#manager);
    const kinds = new Map(
      rows.map(({ id, kernId, ownerSubject, assigneeSubject }) => {
        const kernCode = present(kernen.get(kernId), 'an application has a kern').code;
        const facts = { kernCode, assigneeSubject, ...(ownerSubject !== null && { ownerSubject }) };
        return [id, kindsKnownTo(actor, facts)];
      }),
    );
    return this.#due.of(this.#manager, [...kinds.keys()], (id) => kinds.get(id) ?? []);
  }

  async #documentsOf(rows: readonly ApplicationEntity[]): Promise<ReadonlyMap<string, RegulationDocument>> {
    const documents = new Map<string, RegulationDocument>();
    for (const id of new Set(rows.map(({ regulationVersionId }) => regulationVersionId))) {
      documents.set(id, (await this.#regulations.version(this.#manager, id)).document);
    }
    return documents;
  }
}
