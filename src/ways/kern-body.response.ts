import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type BodyKind, bodyKinds } from './domain/body.ts';
import type { KernBodyEntity } from './kern-body.entity.ts';

/** A body of a kern. Who sits in it stands elsewhere: names of people are no public data. */
export class KernBodyResponse {
  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @CodeField({ description: 'Code van het orgaan.' })
  code!: string;

  @VersionField()
  version!: number;

  @TextField({ description: 'Naam van het orgaan.', maxLength: 120 })
  name!: string;

  @EnumField({ description: 'Wat voor orgaan het is.', choices: bodyKinds })
  kind!: BodyKind;

  @CalendarDateField({ description: 'Eerste dag waarop het er is.' })
  validFromDate!: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag waarop het er is.', nullable: true })
  validUntilDate!: CalendarDate | null;

  static of(body: KernBodyEntity, kernCode: string): KernBodyResponse {
    const { code, version, name, kind, validFrom, validUntil } = body;
    return Object.assign(new KernBodyResponse(), {
      ...{ kernCode, code, version, name, kind },
      ...{ validFromDate: validFrom, validUntilDate: validUntil },
    });
  }
}
