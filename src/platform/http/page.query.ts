import { IntegerField } from './fields/number-fields.ts';
import { TextField } from './fields/text-field.ts';

/** The query of every list; a list with filters extends it. */
export class PageQuery {
  @IntegerField({
    description: 'Aantal onderdelen op een pagina.',
    minimum: 1,
    maximum: 100,
    optional: true,
    default: 20,
  })
  limit = 20;

  @TextField({
    description: 'Bladwijzer uit de link "next" van de vorige pagina.',
    maxLength: 1000,
    optional: true,
  })
  after?: string;
}
