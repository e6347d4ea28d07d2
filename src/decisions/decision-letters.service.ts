import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { agreedReduction } from '../applications/domain/application-change.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { AdviceGiven } from '../assessment/advice-given.service.ts';
import type { DecidedOutcome } from '../assessment/domain/given-advice.ts';
import { allocatedOf } from '../budgets/domain/position.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { Payees } from '../parties/payees.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import type { DecisionBasis } from './domain/decision-basis.ts';
import { composeDecisionLetter } from './domain/decision-letter.ts';
import type { MoneyPlace } from './domain/money-place.ts';
import type { ResolvedLine } from './domain/resolution.ts';

interface Decided {
  readonly application: ApplicationEntity;
  readonly place: MoneyPlace;
  readonly resolved: ResolvedLine;
}

/** Composes and stores the letters of decisions, in the transaction that takes them. */
@Injectable()
export class DecisionLetters {
  readonly #archive: LetterArchive;
  readonly #kernen: KernenService;
  readonly #regulations: RegulationsService;
  readonly #applications: ApplicationsService;
  readonly #advice: AdviceGiven;
  readonly #payees: Payees;

  constructor(
    archive: LetterArchive,
    kernen: KernenService,
    regulations: RegulationsService,
    applications: ApplicationsService,
    advice: AdviceGiven,
    payees: Payees,
  ) {
    this.#archive = archive;
    this.#kernen = kernen;
    this.#regulations = regulations;
    this.#applications = applications;
    this.#advice = advice;
    this.#payees = payees;
  }

  /**
   * @param replaced by application, the letter of the decision that is changed
   * @returns the stored letters by application
   */
  async compose(
    manager: EntityManager,
    decided: readonly Decided[],
    basis: DecisionBasis,
    replaced: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, LetterEntity>> {
    const kernen = await this.#kernen.byId(manager);
    const sender = await this.#archive.senderOn(manager, basis.date);
    const applicationIds = decided.map(({ application }) => application.id);
    const requests = await this.#applications.completionRequestsOf(manager, applicationIds);
    const advice = await this.#advice.texts(
      manager,
      decided.map(({ application, resolved }) => ({ application, outcome: outcomeOf(resolved) })),
    );
    const earlier = await this.#archive.getAll(manager, [...replaced.values()]);
    const changes = await this.#applications.changesOf(manager, applicationIds);
    const payeeNames = await this.#payees.namesOf(manager, applicationIds);
    const letters = new Map<string, LetterEntity>();
    for (const { application, place, resolved } of decided) {
      const version = await this.#regulations.version(manager, application.regulationVersionId);
      const model = composeDecisionLetter({
        application,
        document: version.document,
        kernName: present(kernen.get(application.kernId), 'an application has a kern').name,
        sender,
        line: resolved,
        allocatedCents: place.budget === null ? null : allocatedOf(place.budget),
        handlerName: application.assigneeName,
        payeeName: payeeNames.get(application.id) ?? null,
        completionRequests: requests.get(application.id) ?? [],
        advice: advice.get(application.id) ?? [],
        reduction: agreedReduction(changes.get(application.id) ?? []),
        basis,
        replacedSentOn: earlier.get(replaced.get(application.id) ?? '')?.sentOn ?? null,
      });
      letters.set(application.id, this.#archive.add(manager, application.id, model, null));
    }
    return letters;
  }
}

function outcomeOf({ grantedCents, changeReason }: ResolvedLine): DecidedOutcome {
  return { outcome: grantedCents > 0 ? 'positive' : 'negative', changeReason };
}
