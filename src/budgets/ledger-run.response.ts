import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type LimitKind, limitKinds } from './domain/ledger-state.ts';
import { type EntryKind, entryKinds } from './domain/movement.ts';
import { type RunKind, runKinds } from './domain/runs/run.ts';
import { type RunStatus, runStatuses } from './ledger-run.entity.ts';

export class RunStepResponse {
  @IdField({ description: 'Het budget.' })
  budgetId!: string;

  @CodeField({ description: 'Code van de kern; leeg als alle kernen dit budget delen.', nullable: true })
  kernCode!: string | null;

  @IntegerField({ description: 'Jaar van het budget.' })
  year!: number;

  @EnumField({ description: 'Soort boeking.', choices: entryKinds })
  movement!: EntryKind;

  @CentsField({ description: 'Bedrag in centen.' })
  amountCents!: Cents;

  @IdField({ description: 'De verlening waarvan dit geld is.', nullable: true })
  grantId!: string | null;

  @IdField({
    description: 'De reservering die wordt vrijgemaakt. Een nieuwe krijgt haar kenmerk bij het boeken.',
    nullable: true,
  })
  holdId!: string | null;

  @IdField({ description: 'Boeking die ongedaan wordt gemaakt.', nullable: true })
  correctsId!: string | null;
}

export class RunLimitResponse {
  @EnumField({ description: 'Soort maximum.', choices: limitKinds })
  kind!: LimitKind;

  @CodeField({ description: 'Code van het maximum.' })
  code!: string;

  @CentsField({ description: 'Het maximum, in centen.' })
  limitCents!: Cents;
}

/** A proposal of finance with all that it will book, or has booked. */
export class LedgerRunResponse {
  @IdField({ description: 'Kenmerk van de mutatie.' })
  id!: string;

  @EnumField({ description: 'Wat er moet gebeuren.', choices: runKinds })
  kind!: RunKind;

  @EnumField({ description: 'Voorgesteld, bevestigd of afgewezen.', choices: runStatuses })
  status!: RunStatus;

  @VersionField()
  version!: number;

  @CalendarDateField({ description: 'De dag waarvoor de boekingen tellen.' })
  countsOn!: CalendarDate;

  @TextField({ description: 'Het besluit of stuk dat op de boekingen staat.', maxLength: 100 })
  reference!: string;

  @TextField({ description: 'Waarom.', maxLength: 500, nullable: true })
  reason!: string | null;

  @TextField({
    description: 'De grond in de wet, waar die het plafond doorbreekt.',
    maxLength: 40,
    nullable: true,
  })
  legalGround!: string | null;

  @IdField({ description: 'Het geregistreerde besluit.', nullable: true })
  resolutionId!: string | null;

  @ListField(() => RunStepResponse, { description: 'De boekingen, op volgorde.', maxItems: 10_000 })
  steps!: readonly RunStepResponse[];

  @ListField(() => RunLimitResponse, { description: 'De maxima die veranderen.', maxItems: 1000 })
  limits!: readonly RunLimitResponse[];

  @CentsField({ description: 'Wat in totaal wordt geboekt; een overheveling telt één keer.' })
  totalCents!: Cents;

  @IntegerField({ description: 'Het jaar dat wordt afgesloten of heropend.', nullable: true })
  closingYear!: number | null;

  @IdField({ description: 'Kenmerk van de boekingen samen.', nullable: true })
  journalId!: string | null;

  @IdField({ description: 'De mutatie die wordt teruggedraaid.', nullable: true })
  reversesId!: string | null;

  @TextField({ description: 'Wie voorstelde (kenmerk van de inlogdienst).', maxLength: 200 })
  proposedBy!: string;

  @InstantField({ description: 'Moment van het voorstel.' })
  proposedAt!: Date;

  @TextField({ description: 'Wie besliste (kenmerk van de inlogdienst).', maxLength: 200, nullable: true })
  decidedBy!: string | null;

  @InstantField({ description: 'Moment van bevestigen of afwijzen.', nullable: true })
  decidedAt!: Date | null;

  @TextField({ description: 'Waarom het voorstel niet doorging.', maxLength: 500, nullable: true })
  rejectionReason!: string | null;
}
