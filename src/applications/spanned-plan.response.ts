import type { Cents } from '../kernel/money.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';

export class SpannedKernResponse {
  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @IntegerField({ description: 'Hoe zwaar deze kern telt bij het verdelen.', maximum: 1_000_000 })
  weight!: number;

  @CentsField({ description: 'Wat van deze kern wordt gevraagd, in centen.' })
  requestedCents!: Cents;

  @IdField({ description: 'De aanvraag van deze kern; die is er vanaf het indienen.' })
  applicationId!: string;
}

/** The plan for several kernen of which an application is the part of one. */
export class SpannedPlanResponse {
  @CentsField({ description: 'Wat voor het hele plan wordt gevraagd, in centen; de som van de delen.' })
  requestedCents!: Cents;

  @ListField(() => SpannedKernResponse, { description: 'De kernen met hun deel.', maxItems: 20 })
  kernen!: readonly SpannedKernResponse[];
}
