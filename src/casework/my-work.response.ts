import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type Urgency, urgencies } from '../deadlines/domain/urgency.ts';
import { type WorkSource, workSources } from './domain/my-work.ts';

/** One thing that waits for the caller. */
export class WorkItemResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 14, nullable: true })
  number!: string | null;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @TextField({ description: 'Naam van het plan.', maxLength: 120 })
  title!: string;

  @EnumField({
    description:
      'Waarom het in de lijst staat: een termijn, een brief die klaarligt, een stap van de kern, een aanvulling, of omdat de aanvraag aan u is toegewezen.',
    choices: workSources,
  })
  source!: WorkSource;

  @TextField({ description: 'Welke termijn, welke stap of welke brief.', maxLength: 64 })
  kind!: string;

  @IdField({ description: 'De brief die klaarligt; anders null.', nullable: true })
  letterId!: string | null;

  @TextField({ description: 'Wat er moet gebeuren.', maxLength: 200 })
  what!: string;

  @CalendarDateField({
    description: 'Tot en met wanneer; null als daar geen dag voor staat.',
    nullable: true,
  })
  lastDate!: CalendarDate | null;

  @EnumField({
    description: 'Te laat, binnen zeven dagen, of later; null zonder dag.',
    choices: urgencies,
    nullable: true,
  })
  urgency!: Urgency | null;

  @FlagField({ description: 'Of het de gemeente geld kost als het niet op tijd gebeurt.' })
  costsMoney!: boolean;

  @CentsField({ description: 'Wat de dwangsom tot nu toe is, in centen.' })
  accruedCents!: Cents;

  @TextField({ description: 'Wat er volgt als het niet op tijd gebeurt.', maxLength: 300 })
  consequence!: string;

  @TextField({ description: 'Voor wie u dit doet, als u iemand vervangt.', maxLength: 200, nullable: true })
  onBehalfOfName!: string | null;
}
