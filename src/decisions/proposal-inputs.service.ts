import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { type CalendarDate, yearOf } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { type Cents, formatEuros } from '../kernel/money.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { reductionRemark } from '../applications/domain/application-change.ts';
import { hasRunOut, mayLeaveUntreated } from '../applications/domain/completion-request.ts';
import { undecidedStatuses } from '../applications/domain/lifecycle.ts';
import { assess } from '../assessment/domain/assessed-finding.ts';
import { FindingsService } from '../assessment/findings.service.ts';
import type { LedgerState } from '../budgets/domain/ledger-state.ts';
import { joined } from '../regulations/domain/dutch-text.ts';
import { grantableAmount, leastFor } from '../regulations/domain/grantable-amount.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import type { RegulationVersion } from '../regulations/domain/regulation-version.ts';
import { unboundCeiling } from '../regulations/domain/unbound-ceiling.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { storedApplication, type StoredInputs } from './domain/stored-inputs.ts';
import { LotDraws } from './lot-draws.service.ts';
import { Comparisons } from '../rounds/comparisons.service.ts';
import { adviceFinding, adviceSentence, bindingOf, comparedFacts } from './domain/compared-facts.ts';
import { type MoneyPlace, leftUnder, storedLimits, moneyPlace } from './domain/money-place.ts';
import { withoutUnboundRefusals } from './domain/binding-ceiling.ts';
import { dividesNow, propose } from './domain/proposal.ts';
import { periodFacts, type ProposalFacts, type ProposalOutcome } from './domain/proposal-facts.ts';
import { withStepProposals } from './domain/step-proposal.ts';

/** What a run of proposals was made of and what came out. */
export interface ProposalResult {
  /** The regulation as it is in force now. */
  readonly document: RegulationDocument;
  readonly applications: readonly ApplicationEntity[];
  readonly outcomes: ReadonlyMap<string, ProposalOutcome>;
  /** From which money each application would be paid. */
  readonly places: ReadonlyMap<string, MoneyPlace>;
  /** What is known of each, for applications that wait for a first decision. */
  readonly facts: ReadonlyMap<string, ProposalFacts>;
  /** Everything from which the outcomes were computed. */
  readonly inputs: StoredInputs;
}

/** For what proposals are made: to put them on a list, to decide on them now, or only to look. */
export type ProposalUse = 'propose' | 'decide' | 'look';

/** What is known before the facts are put together. */
interface Known {
  readonly regulationId: string;
  readonly applications: readonly ApplicationEntity[];
  /** Oldest first. */
  readonly versions: readonly RegulationVersion[];
  readonly current: RegulationDocument;
  readonly places: ReadonlyMap<string, MoneyPlace>;
}

/** Loads what proposals are made from, and has the pure rules make them. */
@Injectable()
export class ProposalInputs {
  readonly #applications: ApplicationsService;
  readonly #findings: FindingsService;
  readonly #regulations: RegulationsService;
  readonly #comparisons: Comparisons;
  readonly #lots: LotDraws;
  readonly #clock: Clock;

  constructor(
    applications: ApplicationsService,
    findings: FindingsService,
    regulations: RegulationsService,
    comparisons: Comparisons,
    lots: LotDraws,
    clock: Clock,
  ) {
    this.#applications = applications;
    this.#findings = findings;
    this.#regulations = regulations;
    this.#comparisons = comparisons;
    this.#lots = lots;
    this.#clock = clock;
  }

  /**
   * Proposals for all undecided applications of a regulation in the kernen whose budgets were locked, with the balances
   * that the budgets have now.
   * @param use to decide, the applications are locked until the end of the transaction; who only looks draws no lot
   * @param only the one application that is looked at, for who is paid from a reservation of its own; null for all
   */
  async proposals(
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    ledger: LedgerState,
    use: ProposalUse = 'propose',
    only: string | null = null,
  ): Promise<ProposalResult> {
    const versions = await this.#regulations.versionsOf(manager, regulationId);
    const latest = present(versions.at(-1), 'a regulation has a version');
    const current = latest.document;
    const kernIds = [...ledger.budgets.values()].map((budget) => budget.kernId);
    const rows = await manager.find(ApplicationEntity, {
      where: {
        regulationVersionId: In(versions.map(({ id }) => id)),
        ...(kernIds.includes(null) ? {} : { kernId: In([...new Set(kernIds)]) }),
        status: In([...undecidedStatuses]),
        ...(only !== null && { id: only }),
      },
      order: { id: 'ASC' },
      ...(use === 'decide' ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    const applications = await this.#applications.open(manager, rows);
    const places = placesOf(current, ledger, applications);
    const facts = await this.#factsOf(manager, { regulationId, applications, versions, current, places });
    const divides = facts.some(({ period }) => dividesNow(current, period));
    const lotSeed = divides ? await this.#seed(manager, actor, regulationId, use) : null;
    const today = this.#clock.today();
    const run = { document: current, today, left: leftUnder(ledger), lotSeed };
    const inputs = {
      ...{ regulationVersion: latest.version, on: today, lotSeed, limits: storedLimits(ledger) },
      applications: facts.map(storedApplication),
    };
    const outcomes = withStepProposals(withoutUnboundRefusals(propose(run, facts), facts), facts);
    const known = new Map(facts.map((each) => [each.applicationId, each]));
    return { document: current, applications, outcomes, places, facts: known, inputs };
  }

  #seed(
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    use: ProposalUse,
  ): Promise<string | null> {
    return use === 'look'
      ? this.#lots.drawn(manager, regulationId)
      : this.#lots.seedOf(manager, actor, regulationId);
  }

  async #factsOf(
    manager: EntityManager,
    { regulationId, applications, versions, current, places }: Known,
  ): Promise<ProposalFacts[]> {
    const documents = new Map(versions.map((version) => [version.id, version.document]));
    const ids = applications.map((application) => application.id);
    const recorded = await this.#findings.recorded(manager, ids);
    const requests = await this.#applications.completionRequestsOf(manager, ids);
    const compared = await this.#comparisons.of(manager, regulationId, ids);
    const steps = await this.#findings.inSteps(manager, applications);
    const changes = await this.#applications.changesOf(manager, ids);
    const today = this.#clock.today();
    const bound = applications.map((application) => ({
      application,
      document: present(documents.get(application.regulationVersionId), 'bound to one of the versions'),
    }));
    const known = await this.#findings.factsOf(manager, bound);
    return bound.map(({ application, document }) => {
      const facts = present(known.get(application.id), 'the facts of each were asked for');
      const comparison = compared.get(application.id);
      const advice = comparison?.advice ?? null;
      const changed = changes.get(application.id) ?? [];
      const { binding: inSteps = null, ...soFar } = steps.get(application.id) ?? {};
      const inRound = adviceFinding(document, advice, application.completedOn, today);
      const binding = bindingOf(inRound, inSteps);
      return {
        applicationId: application.id,
        number: present(application.number, 'a received application has a number'),
        ...present(places.get(application.id), 'every application was placed'),
        ...laterYearOf(places.get(application.id), today),
        period: periodFacts(current, present(application.receivedOn, 'it was received'), today),
        compared: comparedFacts(current, application, comparison),
        unboundCeiling: unboundCeiling(versions, facts),
        remark: remarkOf([adviceSentence(document, advice), reductionRemark(changed)], application),
        lastChangeId: changed.at(-1)?.id ?? null,
        declinesPart: comparison?.declinesPart ?? false,
        ...(application.spanned && { mustConfirmPart: comparison?.choseAboutPart !== true }),
        status: application.status,
        completedOn: application.completedOn,
        requestedCents: application.requestedCents,
        grantable: grantableAmount(document, facts),
        ...leastOf(leastFor(document.amount, facts)),
        findings: [
          ...assess(document, facts, recorded.get(application.id) ?? new Map()),
          ...(binding === null ? [] : [binding]),
        ],
        ...soFar,
        completionRanOut: hasRunOut(requests.get(application.id) ?? [], today),
        mayLeaveUntreated: mayLeaveUntreated(requests.get(application.id) ?? [], today),
      };
    });
  }
}

/** The year of a budget that still has to begin: nothing can be committed from it yet. */
function laterYearOf(place: MoneyPlace | undefined, today: CalendarDate): { laterYear?: number } {
  const year = place?.budget?.year;
  return year !== undefined && year > yearOf(today) ? { laterYear: year } : {};
}

function leastOf(leastCents: Cents): { leastCents?: Cents } {
  return leastCents > 0 ? { leastCents } : {};
}

/** Who decides on the part of one kern knows that there are others. */
function remarkOf(remarks: readonly string[], { spanned, id }: ApplicationEntity): string {
  const written = remarks.filter((sentence) => sentence !== '');
  if (spanned === undefined) return written.join(' ');
  const others = spanned.kernen.filter(({ applicationId }) => applicationId !== id);
  const names = joined(others.map(({ kernCode }) => kernCode));
  const part = `Dit is een deel van een plan van ${formatEuros(spanned.requestedCents)} in meer kernen; de rest is gevraagd aan ${names}.`;
  return [...written, part].join(' ');
}

function placesOf(
  document: RegulationDocument,
  ledger: LedgerState,
  applications: readonly ApplicationEntity[],
): ReadonlyMap<string, MoneyPlace> {
  return new Map(
    applications.map(({ id, kernId, receivedOn, particulars = {} }) => [
      id,
      moneyPlace(document, ledger, {
        kernId,
        receivedOn: present(receivedOn, 'a received application has a day'),
        plan: particulars,
      }),
    ]),
  );
}
