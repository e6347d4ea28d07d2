import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';

export class GivenPointsRequest {
  @CodeField({ description: 'Code van het criterium.' })
  criterionCode!: string;

  @IntegerField({ description: 'Aantal punten.', maximum: 1000 })
  points!: number;
}

export class RecordScoresRequest {
  @ListField(() => GivenPointsRequest, {
    description: 'Punten voor elk criterium van de regeling.',
    minItems: 1,
    maxItems: 30,
  })
  scores!: GivenPointsRequest[];
}
