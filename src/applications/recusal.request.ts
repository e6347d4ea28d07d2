import { TextField } from '../platform/http/fields/text-field.ts';

export class RecordRecusalRequest {
  @TextField({
    description:
      'Wie zich afzijdig houdt, zoals die persoon in tokens heet; zonder dit veld uzelf. Voor een ander alleen door een beheerder.',
    maxLength: 255,
    optional: true,
  })
  subject?: string;

  @TextField({
    description: 'Waarom, zonder meer over iemands leven te zeggen dan nodig is.',
    minLength: 10,
    maxLength: 500,
  })
  reason!: string;
}

export class EndRecusalRequest {
  @TextField({
    description: 'Waarom het niet meer geldt, of nooit gold.',
    minLength: 10,
    maxLength: 500,
  })
  reason!: string;
}
