import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { WayChecks } from '../ways/way-checks.service.ts';
import { tryOut } from './domain/past-case.ts';
import { LaboratoryCaseResponse } from './laboratory-case.response.ts';
import type { LaboratoryRunEntity } from './laboratory-run.entity.ts';
import type { LaboratoryRunRequest } from './laboratory-run.request.ts';
import { LaboratoryRunResponse } from './laboratory-run.response.ts';
import { LaboratoryRuns } from './laboratory-runs.service.ts';
import { pastOf, readsSealed } from './laboratory-worker.service.ts';
import { PastCases } from './past-cases.service.ts';
import { whoNames, type WhoNames } from './who-names.ts';

/** Shows runs of the laboratory in words, with the names of bodies in each kern. */
@Injectable()
export class LaboratoryView {
  readonly #runs: LaboratoryRuns;
  readonly #past: PastCases;
  readonly #checks: WayChecks;
  readonly #manager: EntityManager;

  constructor(runs: LaboratoryRuns, past: PastCases, checks: WayChecks, manager: EntityManager) {
    this.#runs = runs;
    this.#past = past;
    this.#checks = checks;
    this.#manager = manager;
  }

  /** @throws DomainError as `LaboratoryRuns.begin` */
  async begin(
    actor: Actor,
    claim: IdempotencyClaim,
    request: LaboratoryRunRequest,
  ): Promise<LaboratoryRunResponse> {
    return this.#present(await this.#runs.begin(actor, claim, request));
  }

  /** @throws DomainError as `LaboratoryRuns.get` */
  async get(actor: Actor, runId: string): Promise<LaboratoryRunResponse> {
    return this.#present(await this.#runs.get(this.#manager, actor, 'laboratory:read', runId));
  }

  list(actor: Actor, afterId: string | null, limit: number): Promise<LaboratoryRunEntity[]> {
    return this.#runs.list(this.#manager, actor, afterId, limit);
  }

  /** The past applications of a run after the one with this id. @throws DomainError as `LaboratoryRuns.get` */
  async cases(
    actor: Actor,
    runId: string,
    afterId: string | null,
    limit: number,
  ): Promise<LaboratoryCaseResponse[]> {
    const run = await this.#runs.get(this.#manager, actor, 'laboratory:read-cases', runId);
    const wanted = { afterId, limit, withSealed: readsSealed(run) };
    const cases = await this.#past.page(this.#manager, await pastOf(this.#manager, run), wanted);
    const names = await this.#names(run);
    return cases.map((past) => {
      const tried = run.ways.map(({ document }) => tryOut(document, past));
      return LaboratoryCaseResponse.of(past, tried, names(past.kernCode));
    });
  }

  async #present(run: LaboratoryRunEntity): Promise<LaboratoryRunResponse> {
    return LaboratoryRunResponse.of(run, await this.#names(run));
  }

  /** Who is called what, in each kern of a run. */
  async #names({ kernCodes }: LaboratoryRunEntity): Promise<(kernCode: string) => WhoNames> {
    const names = new Map<string, WhoNames>();
    for (const kernCode of kernCodes) {
      names.set(kernCode, whoNames(await this.#checks.bodyNames(this.#manager, [kernCode])));
    }
    return (kernCode) => names.get(kernCode) ?? whoNames((code) => code);
  }
}
