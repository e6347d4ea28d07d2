import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { formatDutchDate } from '../kernel/calendar-date.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { WayChecks } from '../ways/way-checks.service.ts';
import { CaseWays } from './case-ways.service.ts';
import { adviceTexts, type DoneWithFindings } from './domain/given-advice.ts';

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
    applications: readonly ApplicationEntity[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const kernen = await this.#kernen.byId(manager);
    const texts = new Map<string, readonly string[]>();
    for (const [id, { version, records }] of await this.#ways.ofAll(manager, applications)) {
      const kernId = applications.find((each) => each.id === id)?.kernId ?? '';
      const { document } = version;
      const kernCode = kernen.get(kernId)?.code ?? '';
      const bodyName = await this.#checks.bodyNamesOf(manager, kernCode, document);
      const { steps } = document;
      const done = records.flatMap((record): DoneWithFindings[] => {
        const step = steps.find(({ code }) => code === record.stepCode);
        return step === undefined ? [] : [{ ...record, step }];
      });
      texts.set(id, adviceTexts(done, bodyName));
    }
    return texts;
  }

  /**
   * Why a case is not ready to be decided, by application: a step that is still in its term. What is late holds up
   * nothing (Awb 3:6, 4:13).
   */
  async stillBusy(
    manager: EntityManager,
    applications: readonly ApplicationEntity[],
  ): Promise<ReadonlyMap<string, string>> {
    const busy = new Map<string, string>();
    for (const [id, { progress }] of await this.#ways.ofAll(manager, applications)) {
      const { open } = progress;
      if (open === null || open.isLate) continue;
      busy.set(id, `De stap "${open.step.title}" loopt nog tot en met ${formatDutchDate(open.dueOn)}.`);
    }
    return busy;
  }
}
