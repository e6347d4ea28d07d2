import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { Changes } from '../applications/applications.service.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { type ChangeRow, changeRows } from '../applications/domain/change-rows.ts';
import { Interests } from '../applications/interests.service.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { interested } from '../identity/domain/identity.problems.ts';
import { isKernOn, type Kern } from '../kernen/domain/kern.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { coversKern } from '../regulations/domain/groups/scope.ts';
import type { RegulationVersion } from '../regulations/domain/regulation-version.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { CaseSecrets } from '../secrets/case-secrets.service.ts';
import { refuseImpossiblePeriod } from './application-content.ts';
import type { CorrectionRequest } from './correction.request.ts';

/** What a correction comes down to. */
export interface CorrectedContent {
  readonly rows: readonly ChangeRow[];
  readonly changes: Changes;
  /** The kern of the application afterwards. */
  readonly kern: Kern;
}

/** Works out what a correction changes of an application, and whether its new kern can be. */
@Injectable()
export class CorrectedContents {
  readonly #kernen: KernenService;
  readonly #interests: Interests;
  readonly #keys: CaseKeys;
  readonly #secrets: CaseSecrets;

  constructor(kernen: KernenService, interests: Interests, keys: CaseKeys, secrets: CaseSecrets) {
    this.#kernen = kernen;
    this.#interests = interests;
    this.#keys = keys;
    this.#secrets = secrets;
  }

  /**
   * @throws DomainError `kern-unknown` for a kern that is none, or outside the regulation; `has-interest` when the caller
   *   has an interest in the kern to which it would move; `activity-ends-before-start`
   */
  async of(
    manager: EntityManager,
    actor: Actor,
    { application, kern: former }: Visible,
    version: RegulationVersion,
    request: CorrectionRequest,
  ): Promise<CorrectedContent> {
    const kern = await this.#kern(manager, application, former, version, request.kernCode);
    if (kern.id !== former.id) await this.#refuseInterest(manager, actor, version, kern);
    const key = await this.#keys.of(manager, application.id);
    const formerIban = await this.#secrets.read(manager, key, 'iban');
    const changes = changesOf(application, request);
    const after = Object.assign({}, application, changes);
    refuseImpossiblePeriod(after);
    const rows = changeRows(
      { ...application, kernName: former.name, iban: formerIban },
      { ...after, kernName: kern.name, iban: request.iban ?? formerIban },
    );
    return { rows, changes: { ...changes, ...(kern.id !== former.id && { kernId: kern.id }) }, kern };
  }

  async #kern(
    manager: EntityManager,
    { receivedOn }: ApplicationEntity,
    former: Kern,
    { document }: RegulationVersion,
    kernCode: string | undefined,
  ): Promise<Kern> {
    if (kernCode === undefined || kernCode === former.code) return former;
    const kern = await this.#kernen.findByCode(manager, kernCode);
    if (!kern || !isKernOn(kern, present(receivedOn, 'only what was received is corrected'))) {
      throw kernUnknown(`Er is geen kern met de code "${kernCode}".`);
    }
    if (coversKern(document.scope, kern.code)) return kern;
    throw kernUnknown(`${document.title} geldt niet voor ${kern.name}.`);
  }

  /** Whoever competes in the other kern moves nothing into it (Awb 2:4). */
  async #refuseInterest(
    manager: EntityManager,
    actor: Actor,
    { regulationId }: RegulationVersion,
    kern: Kern,
  ): Promise<void> {
    const found = await this.#interests.kernIdsOf(manager, actor, regulationId, [kern.id]);
    if (found.length > 0) throw interested();
  }
}

function kernUnknown(detail: string): DomainError {
  const fault: InputFault = { in: 'body', location: '/kernCode', code: 'kern-unknown', detail };
  return DomainError.of(applicationProblems, 'kern-unknown', detail, [fault]);
}

/** What was sent, laid over what there was. */
function changesOf(application: ApplicationEntity, request: CorrectionRequest): Changes {
  const { title, description, requestedCents, activityStartsOn, activityEndsOn } = request;
  const { applicant, costs, support, particulars, iban } = request;
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(requestedCents !== undefined && { requestedCents }),
    ...(activityStartsOn !== undefined && { activityStartsOn }),
    ...(activityEndsOn !== undefined && { activityEndsOn }),
    ...(costs !== undefined && { costs }),
    ...(support !== undefined && { support }),
    ...(particulars !== undefined && { particulars }),
    ...(iban !== undefined && { ibanLastFour: iban.slice(-4) }),
    ...(applicant !== undefined && { applicant: { ...application.applicant, ...told(applicant) } }),
  };
}

/** The fields that were sent; one that was left out is not even there. */
function told<Part extends object>(part: Part): { [Name in keyof Part]?: Exclude<Part[Name], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as never;
}
