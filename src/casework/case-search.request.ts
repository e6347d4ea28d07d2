import { CodeField, TextField } from '../platform/http/fields/text-field.ts';

export class CaseSearchRequest {
  @TextField({
    description:
      'Waarop u zoekt: zaaknummer, naam, adres of woorden uit het plan, ook door elkaar. Een aanvraag wordt gevonden als alle woorden erin voorkomen. Hoofdletters en accenten maken niet uit; tekens als % en * betekenen niets.',
    maxLength: 200,
  })
  text!: string;

  @CodeField({ description: 'Alleen in deze kern.', optional: true })
  kernCode?: string;
}
