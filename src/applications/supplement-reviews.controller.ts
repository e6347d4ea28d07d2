import { Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { SupplementReviews } from './supplement-reviews.service.ts';

@Controller('applications/:applicationId/supplement-review')
export class SupplementReviewsController {
  readonly #reviews: SupplementReviews;

  constructor(reviews: SupplementReviews) {
    this.#reviews = reviews;
  }

  @Post()
  @Operation({
    id: 'reviewSupplement',
    summary: 'Leg vast dat u de aanvulling hebt bekeken',
    description:
      'Zij verdwijnt dan van de lijst met uw werk. Met If-Match zegt u welke stand u zag: kwam er intussen meer binnen, dan kijkt u opnieuw.',
    tag: 'behandeling',
    right: 'supplement:review',
    problems: [409],
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @PathId('applicationId', 'Kenmerk van de aanvraag.') applicationId: string,
  ): Promise<void> {
    return this.#reviews.record(actor, claim, applicationId, expectedVersion);
  }
}
