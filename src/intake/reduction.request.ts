import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { type AgreedHow, agreedHows } from '../applications/domain/application-change.ts';
import { CostLineRequest } from '../regulations/cost-line.request.ts';

/** Less that was agreed with the applicant; what is left out stays as it was. */
export class ReductionRequest {
  @CalendarDateField({ description: 'Dag waarop het is afgesproken.' })
  agreedOn!: CalendarDate;

  @EnumField({ description: 'Hoe het is afgesproken.', choices: agreedHows })
  agreedHow!: AgreedHow;

  @TextField({ description: 'Met wie.', maxLength: 120 })
  agreedWith!: string;

  @TextField({
    description: 'Waar dat uit blijkt, zoals een mail met datum of een gespreksnotitie.',
    maxLength: 500,
    minLength: 3,
  })
  evidence!: string;

  @TextField({
    description: 'Waarom minder; de aanvrager leest dit ook.',
    maxLength: 2000,
    minLength: 3,
    multiline: true,
  })
  reason!: string;

  @CentsField({ description: 'Bedrag dat de aanvrager nu vraagt, in hele centen.', optional: true })
  requestedCents?: Cents;

  @TextField({ description: 'Het kleinere plan.', maxLength: 4000, multiline: true, optional: true })
  description?: string;

  @ListField(() => CostLineRequest, {
    description: 'Wat het kleinere plan kost; vervangt alle regels.',
    maxItems: 50,
    optional: true,
  })
  costs?: CostLineRequest[];
}
