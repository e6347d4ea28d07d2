import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { ChangedDecisionEntity } from '../decisions/changed-decision.entity.ts';
import { type ReducingKind, reducingKinds } from './domain/grant-change.ts';

/** A grant that became smaller; the letter is still to be sent. */
export class GrantChangeResponse {
  @IdField({ description: 'Kenmerk van de verandering.' })
  id!: string;

  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @VersionField()
  version!: number;

  @EnumField({ description: 'Wat is besloten.', choices: reducingKinds })
  kind!: ReducingKind;

  @CentsField({ description: 'Eerder toegekend, in centen.' })
  earlierCents!: Cents;

  @CentsField({ description: 'Toegekend vanaf nu, in centen.' })
  grantedCents!: Cents;

  @CalendarDateField({ description: 'Dag van het besluit.' })
  decidedOn!: CalendarDate;

  @IdField({ description: 'De brief waarmee het besluit bekend wordt gemaakt.' })
  letterId!: string;

  static of(change: ChangedDecisionEntity, version: number): GrantChangeResponse {
    const { id, applicationId, kind, earlierCents, grantedCents, decidedOn, letterId } = change;
    return Object.assign(new GrantChangeResponse(), {
      ...{ id, applicationId, version, kind, earlierCents, grantedCents, decidedOn, letterId },
    });
  }
}
