import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import type { BudgetEntity } from './budget.entity.ts';
import { type Movement, movementNames } from './domain/movement.ts';
import type { LedgerEntryEntity } from './ledger-entry.entity.ts';

/** A kern's budget in the words of a clerk; public, since it holds no personal data. */
export class BudgetResponse {
  @IdField({ description: 'Kenmerk van het budget.' })
  id!: string;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @TextField({ description: 'Naam van de kern.', maxLength: 80 })
  kernName!: string;

  @IdField({ description: 'Regeling waaronder het budget valt.' })
  regulationId!: string;

  @IntegerField({ description: 'Jaar.', minimum: 1900, maximum: 2199 })
  year!: number;

  @IntegerField({ description: 'Aantal boekingen; de stand hoort bij dit nummer.' })
  entryCount!: number;

  @CentsField({ description: 'Toegekend aan de kern (het plafond), in centen.', signed: true })
  allocatedCents!: Cents;

  @CentsField({ description: 'Beschikbaar, in centen.' })
  availableCents!: Cents;

  @CentsField({ description: 'Gereserveerd, in centen.' })
  heldCents!: Cents;

  @CentsField({ description: 'Toegezegd en nog niet betaald, in centen.' })
  committedCents!: Cents;

  @CentsField({ description: 'Betaald, in centen.' })
  paidCents!: Cents;

  static of(budget: BudgetEntity, kern: { readonly code: string; readonly name: string }): BudgetResponse {
    return Object.assign(new BudgetResponse(), {
      ...{ id: budget.id, kernCode: kern.code, kernName: kern.name, regulationId: budget.regulationId },
      ...{ year: budget.year, entryCount: budget.version },
      // Money comes in as a credit of the source, which therefore is negative.
      allocatedCents: 0 - budget.source - budget.transferred,
      availableCents: budget.available,
      heldCents: budget.held,
      committedCents: budget.committed + budget.inPayment,
      paidCents: budget.paid,
    });
  }
}

/** One entry of the ledger, for finance and the auditor. */
export class LedgerEntryResponse {
  @IdField({ description: 'Kenmerk van de boeking.' })
  id!: string;

  @IntegerField({ description: 'Volgnummer binnen het budget, zonder gaten.' })
  entryNumber!: number;

  @EnumField({ description: 'Soort boeking.', choices: movementNames })
  movement!: Movement;

  @TextField({ description: 'Rekening aan de debetkant.', maxLength: 20 })
  debitAccount!: string;

  @TextField({ description: 'Rekening aan de creditkant.', maxLength: 20 })
  creditAccount!: string;

  @CentsField({ description: 'Bedrag in centen.' })
  amountCents!: Cents;

  @CentsField({ description: 'Saldo van de debetrekening na de boeking.', signed: true })
  debitBalanceCents!: Cents;

  @CentsField({ description: 'Saldo van de creditrekening na de boeking.', signed: true })
  creditBalanceCents!: Cents;

  @IdField({ description: 'Besluit waar het geld bij hoort.', nullable: true })
  grantId!: string | null;

  @TextField({ description: 'Waarom dit is geboekt: nummer van het besluit.', maxLength: 100 })
  reference!: string;

  @TextField({ description: 'Toelichting.', maxLength: 500, nullable: true })
  reason!: string | null;

  @InstantField({ description: 'Moment van boeken.' })
  recordedAt!: Date;

  @CalendarDateField({ description: 'Dag waarvoor de boeking telt.' })
  countsOn!: CalendarDate;

  static of(entry: LedgerEntryEntity): LedgerEntryResponse {
    const { id, version, movement, debitAccount, creditAccount, amountCents, debitBalanceCents } = entry;
    const { creditBalanceCents, grantId, reference, reason, recordedAt, countsOn } = entry;
    return Object.assign(new LedgerEntryResponse(), {
      ...{ id, entryNumber: version, movement, debitAccount, creditAccount, amountCents, debitBalanceCents },
      ...{ creditBalanceCents, grantId, reference, reason, recordedAt, countsOn },
    });
  }
}
