import { IdField } from '../platform/http/fields/choice-fields.ts';
import { InstantField } from '../platform/http/fields/date-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { MergerEntity } from './merger.entity.ts';

/** A merger with the numbers by which people know the two. */
export interface MergerFacts extends Pick<
  MergerEntity,
  'endedId' | 'continuedId' | 'mergedAt' | 'reason' | 'mergedByName'
> {
  readonly endedNumber: string;
  readonly continuedNumber: string;
}

/** That one application goes on for another. */
export class MergerResponse {
  @IdField({ description: 'De aanvraag die eindigde, zonder besluit.' })
  endedApplicationId!: string;

  @TextField({ description: 'Zaaknummer daarvan.', maxLength: 14 })
  endedNumber!: string;

  @IdField({ description: 'De aanvraag die verder gaat.' })
  continuedApplicationId!: string;

  @TextField({ description: 'Zaaknummer daarvan.', maxLength: 14 })
  continuedNumber!: string;

  @TextField({
    description: 'Waarom het om dezelfde aanvraag gaat, als de twee verschilden.',
    maxLength: 2000,
    multiline: true,
    nullable: true,
  })
  reason!: string | null;

  @InstantField({ description: 'Moment van samenvoegen.' })
  mergedAt!: Date;

  @TextField({ description: 'Wie ze samenvoegde.', maxLength: 200 })
  mergedByName!: string;

  static of(merger: MergerFacts): MergerResponse {
    const { endedId, endedNumber, continuedId, continuedNumber, reason, mergedAt, mergedByName } = merger;
    return Object.assign(new MergerResponse(), {
      ...{ endedApplicationId: endedId, endedNumber, continuedApplicationId: continuedId, continuedNumber },
      ...{ reason, mergedAt, mergedByName },
    });
  }
}

/** With what an application was merged, also through others. */
export class MergersResponse {
  @ListField(() => MergerResponse, { description: 'In volgorde van samenvoegen.', maxItems: 1000 })
  mergers!: readonly MergerResponse[];
}

/** The merger that was just recorded, with the version that the application that goes on has by it. */
export class NewMergerResponse extends MergerResponse {
  @VersionField()
  version!: number;

  @IdField({ description: 'De brief waarin de aanvrager het leest.' })
  letterId!: string;
}
