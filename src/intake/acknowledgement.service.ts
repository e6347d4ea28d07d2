import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { calendarDateOf, formatDutchDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { formatEuros } from '../kernel/money.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { caseFacts } from '../applications/domain/case-facts.ts';
import { decisionDue } from '../applications/domain/decision-due.ts';
import { maskedAccount } from '../letters/domain/bank-account.ts';
import { composed } from '../letters/domain/composed-letter.ts';
import type { AcknowledgementFacts } from '../letters/domain/facts.ts';
import type { LetterSender } from '../letters/domain/letter-sender.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import type { Destination } from './reception.service.ts';

const channelNames = { digital: 'digital', paper: 'post', counter: 'counter' } as const;

/** Acknowledges receipt: with date, time, number and a copy of what was sent (Awb 2:15 and further). */
@Injectable()
export class Acknowledgements {
  readonly #archive: LetterArchive;
  readonly #clock: Clock;

  constructor(archive: LetterArchive, clock: Clock) {
    this.#archive = archive;
    this.#clock = clock;
  }

  /** Who signs what is received today. */
  senderToday(manager: EntityManager): Promise<LetterSender> {
    return this.#archive.senderOn(manager, this.#clock.today());
  }

  /**
   * Who sent it digitally and chose electronic messages, gets the acknowledgement at once; for others it is a
   * letter that still has to be posted.
   */
  acknowledge(
    manager: EntityManager,
    application: ApplicationEntity,
    { kern, version }: Destination,
    sender: LetterSender,
  ): void {
    const receivedAt = present(application.receivedAt, 'acknowledged when received');
    const today = calendarDateOf(receivedAt);
    const facts: AcknowledgementFacts = {
      ...caseFacts(application, version.document, kern.name, sender, null),
      receivedAt,
      channel: channelNames[application.channel],
      documents: [],
      request: copyOf(application),
      legalDueOn: decisionDue(application, version.document, []).lastDay,
      promisedOn: version.document.terms.promisedAnswerOn ?? null,
    };
    const atOnce = application.channel === 'digital' && application.electronicMessages;
    this.#archive.add(
      manager,
      application.id,
      composed('acknowledgement', facts),
      atOnce ? { channel: 'electronic', terms: { sentOn: today } } : null,
    );
  }
}

function copyOf(application: ApplicationEntity): { label: string; value: string }[] {
  const { activityStartsOn, activityEndsOn } = application;
  const days = [activityStartsOn, activityEndsOn].flatMap((day) =>
    day === null ? [] : [formatDutchDate(day)],
  );
  const period = days.length === 2 ? [...new Set(days)].join(' tot en met ') : 'niet ingevuld';
  return [
    { label: 'Plan', value: application.title },
    { label: 'Omschrijving', value: application.description },
    { label: 'Gevraagd bedrag', value: formatEuros(application.requestedCents) },
    { label: 'Periode', value: period },
    ...application.costs.map((line) => ({
      label: `Kosten: ${line.description}`,
      value: formatEuros(line.amountCents),
    })),
    { label: 'Draagvlak', value: application.support ?? 'niet ingevuld' },
    {
      label: 'Rekeningnummer',
      value: application.ibanLastFour === null ? 'niet ingevuld' : maskedAccount(application.ibanLastFour),
    },
  ];
}
