import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { newId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { Remainder } from '../regulations/domain/groups/remainder.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import type { CompletedRequest } from './ceiling-money.service.ts';
import type { BudgetPlace } from './budget-opening.service.ts';
import { BudgetEntity } from './budget.entity.ts';
import { budgetNotFound } from './domain/budgets.problems.ts';
import type { BudgetState, LedgerState } from './domain/ledger-state.ts';
import { placeNames } from './domain/place-names.ts';
import { emptyPosition } from './domain/position.ts';
import type { RunFacts, RunGrant, RunKind, RunLine } from './domain/runs/run.ts';
import { runProblem } from './domain/runs/run.problems.ts';
import { LedgerService } from './ledger.service.ts';
import type { ProposeRunRequest } from './ledger-run.request.ts';
import { ReversedEntries, type Reversal } from './reversed-entries.service.ts';

/** What a run is planned from, with the budgets that must be opened for it. */
export interface ReadFacts {
  readonly facts: RunFacts;
  readonly opens: readonly (BudgetPlace & { readonly id: string })[];
  readonly reversal: Reversal;
}

interface Scheme {
  readonly regulationId: string;
  readonly year: number;
}

/** Money comes in here, so a budget that is not there yet is opened. */
const opening: ReadonlySet<RunKind> = new Set<RunKind>(['ceilings', 'allocation', 'carry-over', 'saving']);

/** Reads, under lock, everything that a run is planned from. */
@Injectable()
export class RunFactsService {
  readonly #ledger: LedgerService;
  readonly #kernen: KernenService;
  readonly #regulations: RegulationsService;
  readonly #reversed: ReversedEntries;

  constructor(
    ledger: LedgerService,
    kernen: KernenService,
    regulations: RegulationsService,
    reversed: ReversedEntries,
  ) {
    this.#ledger = ledger;
    this.#kernen = kernen;
    this.#regulations = regulations;
    this.#reversed = reversed;
  }

  /** @throws DomainError when something that the request names does not exist */
  async read(manager: EntityManager, { request, limits }: CompletedRequest): Promise<ReadFacts> {
    const reversal = await this.#reversed.read(manager, request.entryIds ?? [], request.runId ?? null);
    const from = await this.#scheme(manager, request.regulationCode, request.year);
    const to = await this.#scheme(manager, request.toRegulationCode);
    const grantPlaces = await this.#placesOfGrants(manager, request);
    const named = [...reversal.entries, ...grantPlaces];
    const state = await this.lockSchemes(manager, {
      schemes: [from, to].filter((scheme) => scheme !== null),
      years: from !== null || request.year === undefined ? [] : [request.year],
      budgetIds: named.map(({ budgetId }) => budgetId),
      grantIds: named.flatMap(({ grantId }) => grantId ?? []),
    });
    const kernen = await this.#kernen.byId(manager);
    const codeOf = ({ kernId }: Pick<BudgetState, 'kernId'>) => placeNames(kernId, kernen).kernCode ?? '';
    const budgets = [...state.budgets.values()].sort((one, other) =>
      codeOf(one).localeCompare(codeOf(other)),
    );
    const scheme = budgets.filter((budget) =>
      from
        ? budget.regulationId === from.regulationId && budget.year === from.year
        : budget.year === request.year,
    );
    const places = new Places(budgets, opening.has(request.kind));
    const lines = await this.#lines(manager, request, { from, to, scheme, places });
    return {
      facts: {
        ...{ countsOn: request.countsOn, year: request.year ?? null, lines, scheme, state },
        linesNamed: request.lines !== undefined,
        grants: grantsIn(state, request),
        rule: request.rule ?? null,
        saved: await this.#reversed.savedInto(manager),
        limit: limitOf(request),
        limits: await this.#limits(manager, limits, from, places),
        entries: reversal.entries,
        remainder: from && (await this.#remainder(manager, from, request.countsOn)),
        isResolved: request.resolutionId !== undefined,
        kernCodes: new Map([...budgets, ...places.opened].map((budget) => [budget.id, codeOf(budget)])),
        kernNames: new Map(budgets.map(({ id, kernId }) => [id, placeNames(kernId, kernen).kernName])),
      },
      opens: places.opened,
      reversal,
    };
  }

  /** From which budgets the grants are that a request names; what is not there, is found missing under lock. */
  #placesOfGrants(
    manager: EntityManager,
    { grants = [] }: ProposeRunRequest,
  ): Promise<{ grantId: string; budgetId: string }[]> {
    const statement =
      'SELECT grant_id AS "grantId", budget_id AS "budgetId" FROM grant_position WHERE grant_id = ANY($1)';
    return manager.query(statement, [grants.map(({ grantId }) => grantId)]);
  }

  /** Locks whole schemes and years, since what one kern is given can make a limit above all of them bind. */
  async lockSchemes(
    manager: EntityManager,
    wanted: {
      readonly schemes: readonly Scheme[];
      readonly years: readonly number[];
      readonly budgetIds: readonly string[];
      readonly grantIds: readonly string[];
    },
  ): Promise<LedgerState> {
    const named =
      wanted.budgetIds.length === 0
        ? []
        : await manager.findBy(BudgetEntity, { id: In([...new Set(wanted.budgetIds)]) });
    const places = [
      ...[...wanted.schemes, ...named].map(({ regulationId, year }) => ({ regulationId, year })),
      ...wanted.years.map((year) => ({ year })),
    ];
    const budgets =
      places.length === 0 ? [] : await manager.find(BudgetEntity, { where: places, select: { id: true } });
    const budgetIds = budgets.map(({ id }) => id);
    return this.#ledger.lock(manager, budgetIds, { grantIds: wanted.grantIds, allLimits: true });
  }

  /** @param ofYear for a regulation of several years, the year that is asked for */
  async #scheme(manager: EntityManager, code: string | undefined, ofYear?: number): Promise<Scheme | null> {
    if (code === undefined) return null;
    const { id, year } = await this.#regulations.getByCode(manager, code);
    return { regulationId: id, year: ofYear ?? year };
  }

  /** What the version says that is in force on the day of the entries; for an earlier day, the first. */
  async #remainder(manager: EntityManager, { regulationId }: Scheme, on: CalendarDate): Promise<Remainder> {
    const versions = await this.#regulations.versionsOf(manager, regulationId);
    const inForce = versions.findLast(({ inForceFrom }) => inForceFrom <= on) ?? versions[0];
    return present(inForce, 'a regulation has a version').document.remainder;
  }

  /** Null where no kern is named: all kernen share the budget. */
  async #kernId(manager: EntityManager, code: string | undefined): Promise<string | null> {
    return code === undefined ? null : (await this.#kernen.getByCode(manager, code)).id;
  }

  async #limits(
    manager: EntityManager,
    limits: CompletedRequest['limits'],
    from: Scheme | null,
    places: Places,
  ): Promise<RunFacts['limits']> {
    const read: RunFacts['limits'][number][] = [];
    for (const { kind, code, kernCode, limitCents } of limits) {
      const own = present(from, 'ceilings are of a regulation');
      const kernId = await this.#kernId(manager, kernCode ?? undefined);
      read.push({ kind, code, limitCents, budget: kind === 'scheme' ? null : places.at({ kernId, ...own }) });
    }
    return read;
  }

  async #lines(
    manager: EntityManager,
    { lines }: ProposeRunRequest,
    {
      from,
      to,
      scheme,
      places,
    }: { from: Scheme | null; to: Scheme | null; scheme: readonly BudgetState[]; places: Places },
  ): Promise<RunLine[]> {
    const nothing = { toBudget: null, amountCents: null, shortageCents: null, holdId: null };
    if (lines === undefined) {
      return scheme.map((budget) => ({
        ...nothing,
        budget,
        toBudget: to && places.at({ kernId: budget.kernId, ...to }),
      }));
    }
    const own = present(from, 'who names kernen names the regulation');
    const read: RunLine[] = [];
    for (const line of lines) {
      const kernId = await this.#kernId(manager, line.kernCode);
      const toKernId = await this.#kernId(manager, line.toKernCode ?? line.kernCode);
      const target = to ?? (line.toKernCode === undefined ? null : own);
      read.push({
        budget: places.at({ kernId, ...own }),
        toBudget: target && places.at({ kernId: toKernId, ...target }),
        amountCents: line.amountCents ?? null,
        shortageCents: line.shortageCents ?? null,
        holdId: line.holdId ?? null,
      });
    }
    return read;
  }
}

/** Finds budgets by their place, and opens what is not there where that is allowed. */
class Places {
  readonly #budgets: readonly BudgetState[];
  readonly #mayOpen: boolean;
  readonly #opened: BudgetState[] = [];

  constructor(budgets: readonly BudgetState[], mayOpen: boolean) {
    this.#budgets = budgets;
    this.#mayOpen = mayOpen;
  }

  get opened(): readonly (BudgetPlace & { readonly id: string })[] {
    return this.#opened.map(({ id, kernId, regulationId, year }) => ({ id, kernId, regulationId, year }));
  }

  /** @throws DomainError `budget-not-found` */
  at({ kernId, regulationId, year }: BudgetPlace): BudgetState {
    const found = [...this.#budgets, ...this.#opened].find(
      (budget) => budget.kernId === kernId && budget.regulationId === regulationId && budget.year === year,
    );
    if (found) return found;
    if (!this.#mayOpen) throw budgetNotFound();
    const opened = { id: newId(), kernId, regulationId, year, version: 0, ...emptyPosition };
    this.#opened.push(opened);
    return opened;
  }
}

/** @throws DomainError `grant-not-found` */
function grantsIn(state: LedgerState, { grants = [] }: ProposeRunRequest): RunGrant[] {
  return grants.map(({ grantId, amountCents }) => {
    const grant = state.grants.get(grantId);
    if (!grant)
      throw runProblem('grant-not-found', 'Geef het kenmerk van een besluit waarmee geld is verleend.');
    return { grant, amountCents };
  });
}

function limitOf({ limitKind, limitCode, limitCents }: ProposeRunRequest): RunFacts['limit'] {
  return limitKind === undefined || limitCode === undefined || limitCents === undefined
    ? null
    : { kind: limitKind, code: limitCode, limitCents };
}
