import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { formatDutchDate } from '../kernel/calendar-date.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { OpenStep } from '../ways/domain/progress.ts';
import type { Step } from '../ways/domain/step-kinds.ts';
import { WayChecks } from '../ways/way-checks.service.ts';
import { CaseWays } from './case-ways.service.ts';
import type { AssessedFinding } from './domain/assessed-finding.ts';
import {
  adviceTexts,
  bindingFinding,
  type DecidedOutcome,
  type DoneWithFindings,
} from './domain/given-advice.ts';
import { proposalIn, type StepProposal } from './domain/step-proposal.ts';
import type { StepRecordEntity } from './step-record.entity.ts';

/** What the steps of a case mean for a list. */
export interface StepsSoFar {
  /** What the kern is still doing within its term, as a sentence; left out when nothing. */
  readonly stillBusy?: string;
  readonly stepProposal?: StepProposal;
  /** What a body said that binds. */
  readonly binding?: AssessedFinding;
}

/** An application with what was decided on it. */
export interface DecidedApplication {
  readonly application: ApplicationEntity;
  readonly outcome: DecidedOutcome;
}

/** Hands to who decides what was said in the steps of cases, and what is still being done. */
@Injectable()
export class AdviceGiven {
  readonly #ways: CaseWays;
  readonly #checks: WayChecks;
  readonly #kernen: KernenService;

  constructor(ways: CaseWays, checks: WayChecks, kernen: KernenService) {
    this.#ways = ways;
    this.#checks = checks;
    this.#kernen = kernen;
  }

  /** What the letter about the decision says of the advice that was given, by application (Awb 3:8, 3:9, 3:50). */
  async texts(
    manager: EntityManager,
    decided: readonly DecidedApplication[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const kernen = await this.#kernen.byId(manager);
    const byId = new Map(decided.map((each) => [each.application.id, each]));
    const applications = decided.map(({ application }) => application);
    const texts = new Map<string, readonly string[]>();
    for (const [id, { version, records }] of await this.#ways.ofAll(manager, applications)) {
      const { application, outcome } = present(byId.get(id) ?? null, 'steps are those of a decided case');
      const { document } = version;
      const kernCode = kernen.get(application.kernId)?.code ?? '';
      const bodyName = await this.#checks.bodyNamesOf(manager, kernCode, document);
      const { steps } = document;
      texts.set(id, adviceTexts(withSteps(records, steps), outcome, bodyName));
    }
    return texts;
  }

  /**
   * What the steps of cases mean for a list, by application: a step that is still in its term keeps it off, and what is
   * late holds up nothing (Awb 3:6, 4:13); what was proposed at the end of the way goes with it; and what binds counts.
   * @param recused who keeps out of each application
   */
  async inSteps(
    manager: EntityManager,
    applications: readonly ApplicationEntity[],
    recused: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<ReadonlyMap<string, StepsSoFar>> {
    const soFar = new Map<string, StepsSoFar>();
    for (const [id, { progress, records, version }] of await this.#ways.ofAll(manager, applications)) {
      const { open } = progress;
      const done = withSteps(records, version.document.steps);
      const binding = bindingFinding(done);
      const stepProposal = proposalIn(done, recused.get(id) ?? new Set());
      soFar.set(id, {
        ...(open !== null && !open.isLate && { stillBusy: busySentence(open) }),
        ...(stepProposal !== null && { stepProposal }),
        ...(binding !== null && { binding }),
      });
    }
    return soFar;
  }
}

/** What was done in steps of the way, with the steps; nothing else is recorded of a case. */
function withSteps(
  records: readonly StepRecordEntity[],
  steps: readonly Step[],
): (StepRecordEntity & DoneWithFindings)[] {
  return records.flatMap((record) => {
    const step = steps.find(({ code }) => code === record.stepCode);
    return step === undefined ? [] : [{ ...record, step }];
  });
}

function busySentence({ step, dueOn }: OpenStep): string {
  return `De stap "${step.title}" loopt nog tot en met ${formatDutchDate(dueOn)}.`;
}
