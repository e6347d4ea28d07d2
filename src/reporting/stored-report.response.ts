import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

export class ReportVersionResponse {
  @IdField({ description: 'Het budget.' })
  budgetId!: string;

  @IntegerField({ description: 'Aantal boekingen dat bekend was.' })
  version!: number;
}

/** A report that is kept, with what it was made from. */
export class StoredReportResponse {
  @IdField({ description: 'Kenmerk van het rapport.' })
  id!: string;

  @IntegerField({ description: 'Het jaar, of null voor alle.', nullable: true })
  year!: number | null;

  @CalendarDateField({ description: 'Telt tot en met deze dag; null voor alles.', nullable: true })
  countingOn!: CalendarDate | null;

  @ListField(() => ReportVersionResponse, { description: 'Waaruit het is gemaakt.', maxItems: 100_000 })
  versions!: readonly ReportVersionResponse[];

  @TextField({ description: 'SHA-256 van het bestand.', maxLength: 64 })
  sha256!: string;

  @TextField({ description: 'Wie het maakte (kenmerk van de inlogdienst).', maxLength: 200 })
  madeBy!: string;

  @InstantField({ description: 'Moment van maken.' })
  madeAt!: Date;
}
