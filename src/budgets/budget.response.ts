import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import type { BudgetState } from './domain/ledger-state.ts';
import type { PlaceNames } from './domain/place-names.ts';
import { type EntryKind, entryKinds } from './domain/movement.ts';
import { type Account, accounts, allocatedOf } from './domain/position.ts';
import type { LedgerEntryEntity } from './ledger-entry.entity.ts';

/** A kern's budget in the words of a clerk; public, since it holds no personal data. */
export class BudgetResponse {
  @IdField({ description: 'Kenmerk van het budget.' })
  id!: string;

  @CodeField({ description: 'Code van de kern; leeg als alle kernen dit budget delen.', nullable: true })
  kernCode!: string | null;

  @TextField({ description: 'Naam van de kern, of dat alle kernen dit budget delen.', maxLength: 80 })
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

  @CentsField({ description: 'Terug te ontvangen, in centen.' })
  receivableCents!: Cents;

  @CentsField({ description: 'Vrijgevallen, in centen.' })
  lapsedCents!: Cents;

  static of(budget: BudgetState, place: PlaceNames): BudgetResponse {
    return Object.assign(new BudgetResponse(), {
      ...{ id: budget.id, ...place, regulationId: budget.regulationId },
      ...{ year: budget.year, entryCount: budget.version },
      allocatedCents: allocatedOf(budget),
      availableCents: budget.available,
      heldCents: budget.held,
      committedCents: budget.committed + budget.inPayment,
      paidCents: budget.paid,
      receivableCents: budget.receivable,
      lapsedCents: budget.lapsed,
    });
  }
}

/** One entry of the ledger, for finance and the auditor. */
export class LedgerEntryResponse {
  @IdField({ description: 'Kenmerk van de boeking.' })
  id!: string;

  @IdField({ description: 'Kenmerk van wat samen is geboekt.' })
  journalId!: string;

  @IntegerField({ description: 'Volgnummer binnen het budget, zonder gaten.' })
  entryNumber!: number;

  @EnumField({ description: 'Soort boeking.', choices: entryKinds })
  movement!: EntryKind;

  @EnumField({ description: 'Rekening aan de debetkant.', choices: accounts })
  debitAccount!: Account;

  @EnumField({ description: 'Rekening aan de creditkant.', choices: accounts })
  creditAccount!: Account;

  @CentsField({ description: 'Bedrag in centen.' })
  amountCents!: Cents;

  @CentsField({ description: 'Saldo van de debetrekening na de boeking.', signed: true })
  debitBalanceCents!: Cents;

  @CentsField({ description: 'Saldo van de creditrekening na de boeking.', signed: true })
  creditBalanceCents!: Cents;

  @IdField({ description: 'Besluit waar het geld bij hoort.', nullable: true })
  grantId!: string | null;

  @IdField({ description: 'Reservering die ontstaat of waar het geld uit komt.', nullable: true })
  holdId!: string | null;

  @IdField({ description: 'Boeking die hiermee ongedaan is gemaakt.', nullable: true })
  correctsId!: string | null;

  @TextField({ description: 'Waarom dit is geboekt: nummer van het besluit.', maxLength: 100 })
  reference!: string;

  @TextField({ description: 'Toelichting.', maxLength: 500, nullable: true })
  reason!: string | null;

  @TextField({ description: 'Wie boekte (kenmerk van de inlogdienst).', maxLength: 200 })
  actorSubject!: string;

  @InstantField({ description: 'Moment van boeken.' })
  recordedAt!: Date;

  @CalendarDateField({ description: 'Dag waarvoor de boeking telt.' })
  countsOn!: CalendarDate;

  static of(entry: LedgerEntryEntity): LedgerEntryResponse {
    const { id, journalId, version, movement, debitAccount, creditAccount, amountCents } = entry;
    const { grantId, holdId, correctsId, reference, reason, actorSubject, recordedAt, countsOn } = entry;
    return Object.assign(new LedgerEntryResponse(), {
      ...{ id, journalId, entryNumber: version, movement, debitAccount, creditAccount, amountCents },
      ...{ debitBalanceCents: entry[debitAccount], creditBalanceCents: entry[creditAccount] },
      ...{ grantId, holdId, correctsId, reference, reason, actorSubject, recordedAt, countsOn },
    });
  }
}
