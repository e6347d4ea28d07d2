import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { mergedDays, mergerRefusal, type Twin } from '../applications/domain/merger.ts';
import { MergerResponse, NewMergerResponse } from '../applications/merger.response.ts';
import { Mergers } from '../applications/mergers.service.ts';
import { CaseClocks } from '../deadlines/case-clocks.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { CaseSteps } from './case-steps.service.ts';
import { ChangeLetters } from './change-letters.service.ts';

/** Two applications that the caller holds: the one that goes on, and the one that came in double. */
export interface DoubleIntake {
  readonly continuing: ApplicationEntity;
  readonly ending: ApplicationEntity;
}

/** Lets two applications that are one go on as one. */
@Injectable()
export class MergeApplications {
  readonly #regulations: RegulationsService;
  readonly #mergers: Mergers;
  readonly #steps: CaseSteps;
  readonly #clocks: CaseClocks;
  readonly #letters: ChangeLetters;

  constructor(
    regulations: RegulationsService,
    mergers: Mergers,
    steps: CaseSteps,
    clocks: CaseClocks,
    letters: ChangeLetters,
  ) {
    this.#regulations = regulations;
    this.#mergers = mergers;
    this.#steps = steps;
    this.#clocks = clocks;
    this.#letters = letters;
  }

  /** @throws DomainError as `mergerRefusal`, and `in-default` */
  async merge(
    manager: EntityManager,
    actor: Actor,
    { continuing, ending }: DoubleIntake,
    reason: string | null,
  ): Promise<NewMergerResponse> {
    const twins = {
      continuing: await this.#twin(manager, continuing),
      ending: await this.#twin(manager, ending),
    };
    const refusal = mergerRefusal(twins, reason);
    if (refusal !== null) throw refusal;
    await this.#refuseInDefault(manager, ending);
    const days = mergedDays(twins);
    const ended = await this.#steps.end(manager, actor, ending, 'merge', { continuesAs: continuing.number });
    const tookIn = await this.#steps.take(manager, actor, continuing, 'take-in', {
      detail: { tookIn: ending.number },
      changes: days,
    });
    const merger = this.#mergers.add(manager, actor, { continuing, ending }, reason);
    const [endedNumber, continuedNumber] = [ending.number ?? '', continuing.number ?? ''];
    const told = { continuesAs: continuedNumber, countsFrom: days.receivedOn, reason };
    const letter = await this.#letters.change(manager, actor, ended, { kind: 'merger', ...told }, tookIn);
    return Object.assign(
      new NewMergerResponse(),
      MergerResponse.of({ ...merger, endedNumber, continuedNumber }),
      { version: tookIn.version, letterId: letter.id },
    );
  }

  async #twin(manager: EntityManager, application: ApplicationEntity): Promise<Twin> {
    const { regulationId } = await this.#regulations.version(manager, application.regulationVersionId);
    return { ...application, regulationId };
  }

  /** A penalty that runs is not lost by merging: then the other goes on. */
  async #refuseInDefault(manager: EntityManager, ending: ApplicationEntity): Promise<void> {
    const { defaultNoticeOn } = await this.#clocks.of(manager, ending);
    if (defaultNoticeOn === null) return;
    const detail = `Voor aanvraag ${ending.number} is de gemeente in gebreke gesteld (Awb 4:17). Ga met die aanvraag verder.`;
    throw DomainError.of(applicationProblems, 'in-default', detail);
  }
}
