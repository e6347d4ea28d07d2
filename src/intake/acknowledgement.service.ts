import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { calendarDateOf, formatDutchDate } from '../kernel/calendar-date.ts';
import { formatEuros } from '../kernel/money.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { caseFacts } from '../applications/domain/case-facts.ts';
import { decisionDue } from '../applications/domain/decision-due.ts';
import { composeLetter } from '../letters/domain/compose-letter.ts';
import type { AcknowledgementFacts } from '../letters/domain/facts.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import type { Destination } from './reception.service.ts';

const channelNames = { digital: 'digital', paper: 'post', counter: 'counter' } as const;

/** Acknowledges receipt: with date, time, number and a copy of what was sent (Awb 2:15 and further). */
@Injectable()
export class Acknowledgements {
  readonly #archive: LetterArchive;

  constructor(archive: LetterArchive) {
    this.#archive = archive;
  }

  /**
   * Who sent it digitally and chose electronic messages, gets the acknowledgement at once; for others it is a
   * letter that still has to be posted.
   */
  async acknowledge(
    manager: EntityManager,
    application: ApplicationEntity,
    { kern, version }: Destination,
  ): Promise<void> {
    const receivedAt = present(application.receivedAt, 'acknowledged when received');
    const today = calendarDateOf(receivedAt);
    const sender = await this.#archive.senderOn(manager, today);
    const facts: AcknowledgementFacts = {
      ...caseFacts(application, version.document, kern.name, sender, null),
      receivedAt,
      channel: channelNames[application.channel],
      documents: [],
      request: copyOf(application),
      legalDueOn: decisionDue(application, version.document, []).lastDay,
      promisedOn: version.document.terms.promisedAnswerOn,
    };
    const atOnce = application.channel === 'digital' && application.electronicMessages;
    await this.#archive.add(
      manager,
      application.id,
      composeLetter('acknowledgement', facts),
      atOnce ? { channel: 'electronic', terms: { sentOn: today } } : null,
    );
  }
}

function copyOf(application: ApplicationEntity): { label: string; value: string }[] {
  const { activityStartsOn, activityEndsOn } = application;
  const period =
    activityStartsOn && activityEndsOn
      ? `${formatDutchDate(activityStartsOn)} tot en met ${formatDutchDate(activityEndsOn)}`
      : 'niet ingevuld';
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
      value: application.ibanLastFour === null ? 'niet ingevuld' : `eindigt op ${application.ibanLastFour}`,
    },
  ];
}
