import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { RecusalEntity } from './recusal.entity.ts';

/**
 * An interest in one application is an interest in all that compete with it for the money of the same kern under the
 * same regulation: what one gets, another cannot get. Drafts and what was withdrawn or forwarded compete
 * for nothing; what was merged goes on as the other, so that an interest in it stays.
 * Interested are the applicant, the person who applied in another's name, and whoever keeps out of it now.
 */
const interestedKernen = `
  SELECT DISTINCT application.kern_id AS "kernId"
  FROM application
  JOIN regulation_version version ON version.id = application.regulation_version_id
  WHERE version.regulation_id = $1 AND application.kern_id = ANY($2)
    AND application.number IS NOT NULL AND application.status NOT IN ('withdrawn', 'forwarded')
    AND (application.owner_subject = ANY($3)
      OR EXISTS (SELECT FROM recusal WHERE recusal.application_id = application.id
        AND recusal.ended_at IS NULL AND recusal.subject = ANY($3))
      OR (application.channel = 'digital' AND EXISTS (SELECT FROM application_event event
        WHERE event.application_id = application.id AND event.kind = 'submit' AND event.actor_subject = ANY($3))))`;

/** As above over all kernen and regulations; who applied in another's name is found when the work is begun. */
const interestedPlaces = `
  WITH found AS (
    SELECT regulation_version_id, kern_id FROM application
    WHERE owner_subject = ANY($1) AND number IS NOT NULL AND status <> 'withdrawn'
    UNION SELECT regulation_version_id, kern_id FROM recusal JOIN application ON application.id = application_id
    WHERE recusal.subject = ANY($1) AND ended_at IS NULL AND number IS NOT NULL AND status <> 'withdrawn')
  SELECT DISTINCT other.id AS "regulationVersionId", found.kern_id AS "kernId"
  FROM found JOIN regulation_version AS version ON version.id = found.regulation_version_id
  JOIN regulation_version AS other ON other.regulation_id = version.regulation_id`;

/** Where an interest in one application is an interest in all: a kern under a version of a regulation. */
export interface InterestedPlace {
  readonly regulationVersionId: string;
  readonly kernId: string;
}

/** Knows in which applications somebody has an interest (Awb 2:4). */
@Injectable()
export class Interests {
  readonly #regulations: RegulationsService;

  constructor(regulations: RegulationsService) {
    this.#regulations = regulations;
  }

  /** The kernen, of those given, in which the caller has an interest in an application under a regulation. */
  async kernIdsOf(
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    kernIds: readonly string[],
  ): Promise<string[]> {
    const subjects = [...new Set([actor.subject, applicantSubject(actor)])];
    const rows = await manager.query<{ kernId: string }[]>(interestedKernen, [
      regulationId,
      [...kernIds],
      subjects,
    ]);
    return rows.map(({ kernId }) => kernId);
  }

  /** Everywhere where the caller has an interest, for lists that leave it out. */
  placesOf(manager: EntityManager, actor: Actor): Promise<InterestedPlace[]> {
    const subjects = [...new Set([actor.subject, applicantSubject(actor)])];
    return manager.query<InterestedPlace[]>(interestedPlaces, [subjects]);
  }

  /** Whether the caller has an interest in an application, or in one that competes with it. */
  async isInterested(
    manager: EntityManager,
    actor: Actor,
    { regulationVersionId, kernId }: { readonly regulationVersionId: string; readonly kernId: string },
  ): Promise<boolean> {
    const { regulationId } = await this.#regulations.version(manager, regulationVersionId);
    return (await this.kernIdsOf(manager, actor, regulationId, [kernId])).length > 0;
  }

  /** Who keeps out of each of these applications now. Applications of which nobody does are absent. */
  async recusedFrom(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await manager.findBy(RecusalEntity, {
      applicationId: In([...applicationIds]),
      endedAt: IsNull(),
    });
    const perApplication = new Map<string, Set<string>>();
    for (const { applicationId, subject } of rows) {
      perApplication.set(applicationId, (perApplication.get(applicationId) ?? new Set()).add(subject));
    }
    return perApplication;
  }
}
