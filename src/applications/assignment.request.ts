import { ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

export class AssigneeRequest {
  @TextField({ description: 'Wie de aanvraag behandelt, zoals die persoon in tokens heet.', maxLength: 255 })
  subject!: string;

  @TextField({ description: 'Naam, zoals die in de werklijst komt.', maxLength: 200 })
  name!: string;
}

export class AssignRequest {
  @ObjectField(() => AssigneeRequest, {
    description: 'Wie de aanvraag gaat behandelen; zonder dit veld uzelf.',
    optional: true,
  })
  assignee?: AssigneeRequest;

  @TextField({
    description: 'Waarom de aanvraag van behandelaar wisselt.',
    maxLength: 300,
    optional: true,
  })
  reason?: string;
}
