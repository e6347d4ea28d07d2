import { FlagField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';
import type { RegulationDocument } from './domain/regulation-document.ts';
import { regulationTemplates, type TemplateCode } from './domain/templates/regulation-templates.ts';

export class RegulationTemplateResponse {
  @CodeField({ description: 'Code van het sjabloon.' })
  code!: string;

  @TextField({ description: 'Naam.', maxLength: 100 })
  title!: string;

  @TextField({ description: 'Voor wat voor regeling.', maxLength: 300 })
  description!: string;

  @DocumentField({ description: 'De regeling om mee te beginnen.' })
  document!: RegulationDocument;

  static of(code: TemplateCode, year: number): RegulationTemplateResponse {
    const { title, description, document } = regulationTemplates[code];
    return Object.assign(new RegulationTemplateResponse(), {
      code,
      title,
      description,
      document: document(year),
    });
  }
}

export class RegulationSchemaResponse {
  @TextField({ description: 'Het dialect van JSON Schema.', maxLength: 100 })
  $schema!: string;

  @TextField({ description: 'Naam.', maxLength: 100 })
  title!: string;

  @TextField({ description: 'Wat het beschrijft.', maxLength: 300 })
  description!: string;

  @TextField({ description: 'Het soort waarde: een object.', maxLength: 20 })
  type!: string;

  @TextField({ description: 'Wat nooit ontbreekt.', maxLength: 100, list: { maxItems: 100 } })
  required!: readonly string[];

  @FlagField({ description: 'Of er meer in mag staan dan is beschreven.' })
  additionalProperties!: boolean;

  @DocumentField({ description: 'De onderdelen, elk met een eigen schema.' })
  properties!: Readonly<Record<string, unknown>>;
}
