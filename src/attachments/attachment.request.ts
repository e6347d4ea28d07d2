import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { type AttachmentKind, attachmentKinds } from '../regulations/domain/attachment-kind.ts';

/** What stands in the form beside the file. */
export class AddAttachmentRequest {
  @EnumField({ description: 'Wat het is.', choices: attachmentKinds })
  kind!: AttachmentKind;

  @TextField({ description: 'Wat erop staat, in een zin.', maxLength: 300, optional: true })
  description?: string;

  @IdField({
    description: 'De bijlage waarvoor deze in de plaats komt; beide blijven bewaard.',
    optional: true,
  })
  replacesId?: string;

  @FlagField({
    description: 'Alleen voor wie de zaak behandelt: niet te zien voor de aanvrager en het dorp.',
    optional: true,
    default: false,
  })
  internal = false;

  @CalendarDateField({
    description: 'Alleen voor een medewerker: de dag waarop het stuk op papier binnenkwam.',
    optional: true,
  })
  receivedOn?: CalendarDate;
}
