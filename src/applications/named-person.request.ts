import { EmailField, PhoneField, PostcodeField } from '../platform/http/fields/contact-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

/** Who somebody is and where letters reach that person or body (Awb 4:2). */
export class NamedPersonRequest {
  @TextField({ description: 'Naam.', maxLength: 120 })
  name!: string;

  @TextField({ description: 'Straat.', maxLength: 80 })
  street!: string;

  @TextField({ description: 'Huisnummer met toevoeging.', maxLength: 12 })
  houseNumber!: string;

  @PostcodeField({ description: 'Postcode.' })
  postcode!: string;

  @TextField({ description: 'Woonplaats.', maxLength: 80 })
  place!: string;

  @EmailField({ description: 'E-mailadres.', optional: true })
  email?: string;

  @PhoneField({ description: 'Telefoonnummer.', optional: true })
  phone?: string;
}
