import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../kernel/domain-error.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { faultsOf, waysProblem } from '../ways/domain/ways.problems.ts';
import { WayChecks } from '../ways/way-checks.service.ts';
import { WayDrafts } from '../ways/way-drafts.service.ts';
import { WaysService } from '../ways/ways.service.ts';
import { laboratoryProblems } from './domain/laboratory.problems.ts';
import type { TriedWay } from './laboratory-run.entity.ts';
import type { LaboratoryRunRequest } from './laboratory-run.request.ts';

const mostWays = 4;

/** What is tried, on the past of which kernen under which regulation. */
export interface Tried {
  readonly ways: readonly TriedWay[];
  readonly kernCodes: readonly string[];
  readonly regulationId: string;
}

/** Looks up the ways that somebody wants to try; a draft is taken as it is at that moment. */
@Injectable()
export class TriedWays {
  readonly #drafts: WayDrafts;
  readonly #ways: WaysService;
  readonly #checks: WayChecks;
  readonly #kernen: KernenService;
  readonly #regulations: RegulationsService;

  constructor(
    drafts: WayDrafts,
    ways: WaysService,
    checks: WayChecks,
    kernen: KernenService,
    regulations: RegulationsService,
  ) {
    this.#drafts = drafts;
    this.#ways = ways;
    this.#checks = checks;
    this.#kernen = kernen;
    this.#regulations = regulations;
  }

  /**
   * @throws DomainError `laboratory-needs-ways`, `way-draft-not-found`, `way-not-found`, `way-not-sound` for a draft
   *   with faults, `kern-not-found` or `regulation-not-found`
   */
  async of(manager: EntityManager, request: LaboratoryRunRequest): Promise<Tried> {
    const { wayDraftIds = [], wayVersionIds = [] } = request;
    const count = wayDraftIds.length + wayVersionIds.length;
    if (count < 1 || count > mostWays) throw needsWays();
    const ways: TriedWay[] = [];
    for (const id of wayDraftIds) ways.push(await this.draft(manager, id));
    for (const id of wayVersionIds) ways.push(await this.version(manager, id));
    const named = request.kernCodes ?? ways.flatMap(({ document }) => document.kernCodes);
    const kernCodes = [...new Set(named)];
    for (const kernCode of kernCodes) await this.#kernen.getByCode(manager, kernCode);
    const regulationCode = request.regulationCode ?? ways[0]?.document.regulationCode ?? '';
    const { id: regulationId } = await this.#regulations.getByCode(manager, regulationCode);
    return { ways, kernCodes, regulationId };
  }

  /** A draft that could be let begin. @throws DomainError `way-draft-not-found` or `way-not-sound` */
  async draft(manager: EntityManager, wayDraftId: string): Promise<TriedWay> {
    const { code, document } = await this.#drafts.get(wayDraftId);
    const validation = await this.#checks.validate(manager, document);
    if (validation.kind === 'sound') {
      return { wayDraftId, wayVersionId: null, code, document: validation.document };
    }
    const detail = 'In het concept staan nog fouten; verbeter die voordat u het beproeft.';
    throw waysProblem('way-not-sound', detail, faultsOf(validation.faults));
  }

  /** @throws DomainError `way-not-found` */
  async version(manager: EntityManager, wayVersionId: string): Promise<TriedWay> {
    const { code, document } = await this.#ways.get(manager, wayVersionId);
    return { wayDraftId: null, wayVersionId, code, document };
  }
}

function needsWays(): DomainError {
  const code = 'laboratory-needs-ways';
  const detail = `Noem in wayDraftIds en wayVersionIds samen een tot ${mostWays} werkwijzen.`;
  const faults = ['/wayDraftIds', '/wayVersionIds'].map((location) => ({
    in: 'body' as const,
    location,
    code,
    detail,
  }));
  return DomainError.of(laboratoryProblems, code, detail, faults);
}
