import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EmailField } from '../platform/http/fields/contact-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

const name = (description: string) => TextField({ description, maxLength: 100 });
const lines = (description: string) =>
  TextField({ description, maxLength: 80, list: { minItems: 1, maxItems: 5 } });

export class MarkRequest {
  @TextField({
    description: 'Het d-attribuut van één path in svg; de tekening krijgt de kleur van de gemeente.',
    maxLength: 20_000,
  })
  svgPath!: string;

  @IntegerField({ description: 'Breedte van het tekenvlak.', minimum: 1, maximum: 10_000 })
  width!: number;

  @IntegerField({ description: 'Hoogte van het tekenvlak.', minimum: 1, maximum: 10_000 })
  height!: number;
}

export class ObjectionAddressRequest {
  @lines('Postadres voor bezwaar.')
  postalAddressLines!: string[];

  @name('Waar iemand digitaal bezwaar maakt.')
  digitalAddress!: string;
}

export class CourtRequest {
  @name('Naam van de rechtbank.')
  name!: string;

  @lines('Adres van de rechtbank.')
  addressLines!: string[];
}

export class SenderFactsRequest {
  @name('Naam, zonder het woord gemeente.')
  municipalityName!: string;

  @name('Bijvoorbeeld: college van burgemeester en wethouders.')
  collegeName!: string;

  @lines('Bezoekadres.')
  visitingAddressLines!: string[];

  @lines('Postadres.')
  postalAddressLines!: string[];

  @name('Telefoonnummer.')
  phone!: string;

  @name('Website.')
  website!: string;

  @EmailField({ description: 'E-mailadres.', nullable: true })
  email!: string | null;

  @ObjectField(() => ObjectionAddressRequest, { description: 'Waar een bezwaar naartoe gaat.' })
  objection!: ObjectionAddressRequest;

  @ObjectField(() => CourtRequest, { description: 'De rechtbank voor een voorlopige voorziening.' })
  court!: CourtRequest;

  @ObjectField(() => MarkRequest, { description: 'Beeldmerk, of null voor een neutraal.', nullable: true })
  mark!: MarkRequest | null;

  @TextField({
    description: 'Kleur van naam en koppen als #rrggbb, of null voor een neutrale.',
    maxLength: 7,
    nullable: true,
  })
  accentColor!: string | null;
}

export class SenderContactRequest {
  @name('Wie vragen beantwoordt zolang niemand de zaak behandelt.')
  name!: string;

  @name('Telefoonnummer.')
  phone!: string;
}

export class SenderCollegeRequest {
  @name('Naam van de burgemeester.')
  mayorName!: string;

  @name('Hoe de burgemeester ondertekent.')
  mayorTitle!: string;

  @name('Naam van de secretaris.')
  secretaryName!: string;

  @name('Hoe de secretaris ondertekent.')
  secretaryTitle!: string;
}

/** Who writes letters from a day on, as it is sent and as it is shown. */
export class LetterSenderRequest {
  @CalendarDateField({ description: 'Eerste dag waarop dit geldt; niet voor vandaag.' })
  validFrom!: CalendarDate;

  @ObjectField(() => SenderFactsRequest, { description: 'Wat op elke brief staat.' })
  facts!: SenderFactsRequest;

  @ObjectField(() => SenderContactRequest, { description: 'Wie vragen beantwoordt.' })
  contact!: SenderContactRequest;

  @name('Waar aanvragers iets digitaal naartoe sturen.')
  digitalAddress!: string;

  @ObjectField(() => SenderCollegeRequest, { description: 'Wie besluiten van het college ondertekent.' })
  college!: SenderCollegeRequest;
}
