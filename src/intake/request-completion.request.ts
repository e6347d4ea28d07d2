import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

export class RequestedItemRequest {
  @TextField({ description: 'Wat er ontbreekt, zoals de aanvrager het leest.', maxLength: 300 })
  what!: string;

  @TextField({ description: 'Waarom wij dat nodig hebben.', maxLength: 500 })
  why!: string;
}

export class RequestCompletionRequest {
  @ListField(() => RequestedItemRequest, { description: 'Wat er ontbreekt.', minItems: 1, maxItems: 20 })
  items!: RequestedItemRequest[];
}
