import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type DueDateKind, dueDateKinds, ruleOf } from './domain/due-date-kind.ts';
import { accruedOn, costsMoney, type Urgency, urgencies, urgencyOn } from './domain/urgency.ts';

/** What is due next of a case, and how much haste it has. */
export class NextDueResponse {
  @EnumField({ description: 'Wat er uiterlijk dan moet gebeuren.', choices: dueDateKinds })
  kind!: DueDateKind;

  @TextField({ description: 'Hetzelfde in het Nederlands.', maxLength: 120 })
  name!: string;

  @CalendarDateField({ description: 'De laatste dag.' })
  lastDate!: CalendarDate;

  @EnumField({ description: 'Te laat, binnen zeven dagen, of later.', choices: urgencies })
  urgency!: Urgency;

  @FlagField({ description: 'Of het de gemeente geld kost als het niet op tijd gebeurt.' })
  costsMoney!: boolean;

  @CentsField({ description: 'Wat de dwangsom tot nu toe is, in centen.' })
  accruedCents!: Cents;

  static of(kind: DueDateKind, lastDate: CalendarDate, today: CalendarDate): NextDueResponse {
    return Object.assign(new NextDueResponse(), {
      ...{ kind, lastDate, name: ruleOf(kind).name },
      urgency: urgencyOn(lastDate, today),
      costsMoney: costsMoney(kind),
      accruedCents: accruedOn(kind, lastDate, today),
    });
  }
}

/** One line of the list of what is due. It names the case by its number, and nobody. */
export class DueItemResponse extends NextDueResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 14 })
  number!: string;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;
}
