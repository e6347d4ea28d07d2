import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { Application } from '../applications/domain/application.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { ApplicationFacts, EarlierRequest } from '../regulations/domain/finding.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { EarlierRequests, type FoundEarlier } from './earlier-requests.service.ts';

/** A received application with the regulation to which it is bound. */
export interface Assessable {
  readonly application: Application;
  readonly document: RegulationDocument;
}

/** The rules look at the whole of a plan for several kernen; its application is the part of one. */
function planOf(
  { requestedCents, spanned }: Application,
  kernCode: string,
): Pick<ApplicationFacts, 'requestedCents' | 'kernCodes' | 'spanned'> {
  if (spanned === undefined) return { requestedCents, kernCodes: [kernCode] };
  return {
    requestedCents: spanned.requestedCents,
    kernCodes: spanned.kernen.map((kern) => kern.kernCode),
    spanned: { kernCode, requestedCents, kernen: spanned.kernen },
  };
}

/** The parts of one plan are no earlier requests for each other. */
function withoutOwnParts(found: readonly FoundEarlier[], { spanned }: Application): EarlierRequest[] {
  const own = new Set((spanned?.kernen ?? []).map(({ applicationId }) => applicationId));
  return found.filter(({ applicationId }) => !own.has(applicationId)).map(({ request }) => request);
}

/** Where people were named, only those count who said yes; a collective has one member more, who represents it. */
function consentedOf({
  consentedCoApplicants,
}: Application): Pick<ApplicationFacts, 'coApplicants' | 'members'> {
  if (typeof consentedCoApplicants !== 'number') return {};
  return { coApplicants: consentedCoApplicants, members: consentedCoApplicants + 1 };
}

/** What the rules need to know of a received application. */
function factsOf(
  application: Application,
  kernCode: string,
  earlier: readonly EarlierRequest[],
): ApplicationFacts {
  return {
    receivedOn: present(application.receivedOn, 'only a received application is assessed'),
    applicantKind: application.applicant.kind,
    activityStartsOn: application.activityStartsOn,
    activityEndsOn: application.activityEndsOn,
    ...planOf(application, kernCode),
    earlier,
    ...application.particulars,
    ...consentedOf(application),
    ...(application.costs.length > 0 && { costs: application.costs }),
    ...(application.applicant.kvkNumber !== null && { hasKvkNumber: true }),
  };
}

/** Gathers what the rules need to know: what the applicants told, and what the service finds itself. */
@Injectable()
export class AssessedFacts {
  readonly #earlier: EarlierRequests;
  readonly #kernen: KernenService;

  constructor(earlier: EarlierRequests, kernen: KernenService) {
    this.#earlier = earlier;
    this.#kernen = kernen;
  }

  /**
   * The facts of several applications, by application. Earlier applications are looked for only where the
   * regulation has a rule for them.
   */
  async ofAll(
    manager: EntityManager,
    assessed: readonly Assessable[],
  ): Promise<ReadonlyMap<string, ApplicationFacts>> {
    const limited = assessed.filter(({ document }) => document.frequency.kind === 'limited');
    return this.#gather(manager, assessed, limited);
  }

  /** The facts of one application, with all that is like it. */
  async of(manager: EntityManager, assessable: Assessable): Promise<ApplicationFacts> {
    const facts = await this.#gather(manager, [assessable], [assessable]);
    return present(facts.get(assessable.application.id), 'it was asked for');
  }

  async #gather(
    manager: EntityManager,
    assessed: readonly Assessable[],
    withEarlier: readonly Assessable[],
  ): Promise<ReadonlyMap<string, ApplicationFacts>> {
    const ids = withEarlier.map(({ application }) => application.id);
    const earlier = await this.#earlier.of(manager, ids);
    const kernen = await this.#kernen.byId(manager);
    return new Map(
      assessed.map(({ application }) => {
        const kern = present(kernen.get(application.kernId), 'an application has a kern');
        return [
          application.id,
          factsOf(application, kern.code, withoutOwnParts(earlier.get(application.id) ?? [], application)),
        ];
      }),
    );
  }
}
