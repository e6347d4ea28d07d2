import { TextField } from '../platform/http/fields/text-field.ts';

export class ExplainLetterRequest {
  @TextField({
    description:
      'Wat u aan de brief toevoegt, per alinea. Een lege lijst haalt uw toelichting weg; wat uit de zaak volgt, blijft altijd staan.',
    maxLength: 2000,
    list: { maxItems: 10 },
  })
  paragraphs!: readonly string[];
}

export class CorrectLetterRequest {
  @TextField({ description: 'Wat er fout was, als hele zin. Dat staat in de nieuwe brief.', maxLength: 500 })
  because!: string;
}
