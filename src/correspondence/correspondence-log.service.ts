import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { DefaultNoticeEntity } from '../deadlines/default-notice.entity.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { LetterDispatchEntity } from '../letters/letter-dispatch.entity.ts';
import { CaseNotes } from './case-notes.service.ts';
import { CorrespondenceResponse } from './correspondence.response.ts';
import {
  type Correspondence,
  type CorrespondenceFacts,
  correspondenceOf,
  placeOf,
} from './domain/correspondence.ts';

/** More of one kind than any case has. */
const most = 2_000;

/** Tells of a case what was received, sent and said, from everything that is stored of it. */
@Injectable()
export class CorrespondenceLog {
  readonly #manager: EntityManager;
  readonly #visible: VisibleApplications;
  readonly #applications: ApplicationsService;
  readonly #archive: LetterArchive;
  readonly #notes: CaseNotes;

  constructor(
    manager: EntityManager,
    visible: VisibleApplications,
    applications: ApplicationsService,
    archive: LetterArchive,
    notes: CaseNotes,
  ) {
    this.#manager = manager;
    this.#visible = visible;
    this.#applications = applications;
    this.#archive = archive;
    this.#notes = notes;
  }

  /** Oldest first, for who handles or checks the case. */
  async page(actor: Actor, applicationId: string, query: PageQuery): Promise<Page<CorrespondenceResponse>> {
    const after = decodePageKey(query.after, ['date', 'instant', 'id']);
    const { application } = await this.#visible.open(this.#manager, actor, 'note:read', applicationId);
    const all = await this.of(this.#manager, application);
    const rest = after === null ? all : all.filter((each) => placeOf(each).join(' ') > after.join(' '));
    return pageOf(rest.slice(0, query.limit + 1), query.limit, placeOf).map((each) =>
      CorrespondenceResponse.of(each),
    );
  }

  /** The whole correspondence of a case that the caller has opened. */
  async of(manager: EntityManager, application: ApplicationEntity): Promise<Correspondence[]> {
    const { id, channel, ownerSubject, applicant } = application;
    return correspondenceOf({
      ...{ channel, ownerSubject, applicantName: applicant.name },
      events: await this.#applications.timeline(manager, id, { afterId: null, limit: most }),
      dispatches: await this.#dispatches(manager, id),
      defaultNotices: await manager.findBy(DefaultNoticeEntity, { applicationId: id }),
      notes: await this.#notes.of(manager, id, { afterId: null, limit: most }),
    });
  }

  async #dispatches(
    manager: EntityManager,
    applicationId: string,
  ): Promise<CorrespondenceFacts['dispatches']> {
    const part = { onlySent: true, afterId: null, limit: most };
    const letters = await this.#archive.list(manager, applicationId, part);
    const subjects = new Map(letters.map(({ id, model }) => [id, model.subject]));
    const rows = await manager.find(LetterDispatchEntity, {
      where: { letterId: In([...subjects.keys()]) },
      order: { id: 'ASC' },
    });
    const seen = new Set<string>();
    return rows.map((row) => {
      const again = seen.has(row.letterId);
      seen.add(row.letterId);
      return { ...row, subject: subjects.get(row.letterId) ?? '', again };
    });
  }
}
