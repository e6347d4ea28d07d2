import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { type DecisionKind, decisionKinds } from './domain/proposal-facts.ts';

/** A decision that somebody took in the name of the college; the letter is still to be sent. */
export class TakenDecisionResponse {
  @IdField({ description: 'Kenmerk van het besluit.' })
  id!: string;

  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @EnumField({ description: 'Het besluit.', choices: decisionKinds })
  kind!: DecisionKind;

  @CentsField({ description: 'Toegekend, in centen.' })
  grantedCents!: Cents;

  @CalendarDateField({ description: 'Dag van het besluit.' })
  decidedOn!: CalendarDate;

  @TextField({ description: 'Het besluit waarbij het mandaat is gegeven.', maxLength: 200 })
  mandateReference!: string;

  @IdField({ description: 'De brief waarmee het besluit bekend wordt gemaakt.' })
  letterId!: string;
}
