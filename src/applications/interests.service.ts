import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';

/**
 * An interest in one application is an interest in all that compete with it for the money of the same kern under the
 * same regulation: what one gets, another cannot get. Drafts and withdrawn applications compete for nothing.
 * Interested are the applicant, the person who applied in another's name, and whoever was recused.
 */
const interestedKernen = `
  SELECT DISTINCT application.kern_id AS "kernId"
  FROM application
  JOIN regulation_version version ON version.id = application.regulation_version_id
  WHERE version.regulation_id = $1 AND application.kern_id = ANY($2)
    AND application.number IS NOT NULL AND application.status <> 'withdrawn'
    AND (application.owner_subject = ANY($3)
      OR EXISTS (SELECT FROM recusal WHERE recusal.application_id = application.id AND recusal.subject = ANY($3))
      OR (application.channel = 'digital' AND EXISTS (SELECT FROM application_event event
        WHERE event.application_id = application.id AND event.kind = 'submit' AND event.actor_subject = ANY($3))))`;

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

  /** Whether the caller has an interest in an application, or in one that competes with it. */
  async isInterested(
    manager: EntityManager,
    actor: Actor,
    { regulationVersionId, kernId }: { readonly regulationVersionId: string; readonly kernId: string },
  ): Promise<boolean> {
    const { regulationId } = await this.#regulations.version(manager, regulationVersionId);
    return (await this.kernIdsOf(manager, actor, regulationId, [kernId])).length > 0;
  }
}
