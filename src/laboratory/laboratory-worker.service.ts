import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { KernEntity } from '../kernen/kern.entity.ts';
import { type Figures, withCase } from './domain/figures.ts';
import { asksSealedFacts, type PastCase, tryOut } from './domain/past-case.ts';
import { LaboratoryRunEntity } from './laboratory-run.entity.ts';
import { PastCases, type PastWanted } from './past-cases.service.ts';

/** How many applications are played in one transaction: so much stays in memory, and after each the progress shows. */
const batchSize = 500;

/** Which past applications a run is about. */
export async function pastOf(manager: EntityManager, run: LaboratoryRunEntity): Promise<PastWanted> {
  const kernen = await manager.findBy(KernEntity, { code: In([...run.kernCodes]) });
  const { regulationId, receivedFrom, receivedUntil } = run;
  return { regulationId, receivedFrom, receivedUntil, kernIds: kernen.map(({ id }) => id) };
}

/** Whether a way of a run asks for something that is sealed with the key of a case. */
export function readsSealed({ ways }: LaboratoryRunEntity): boolean {
  return ways.some(({ document }) => asksSealedFacts(document.steps));
}

/**
 * Carries out runs of the laboratory beside the requests of people, one batch after the other. A run is taken by one
 * process at a time; what a stopped process left unfinished goes on where it was, at the next start or the next run.
 */
@Injectable()
export class LaboratoryWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #transactions: Transactions;
  readonly #past: PastCases;
  readonly #clock: Clock;
  readonly #log = new Logger(LaboratoryWorker.name);
  /** Runs that went wrong here: they are left to the next start, so that they hold up no others. */
  readonly #failed = new Set<string>();
  #current: string | null = null;
  #running: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(transactions: Transactions, past: PastCases, clock: Clock) {
    this.#transactions = transactions;
    this.#past = past;
    this.#clock = clock;
  }

  onApplicationBootstrap(): void {
    this.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    await this.#running;
  }

  /** Starts what is waiting, and returns at once. */
  begin(): void {
    this.#running = this.#running.then(() => this.#finishAll());
  }

  async #finishAll(): Promise<void> {
    for (let goesOn = true; goesOn && !this.#isStopping;) {
      this.#current = null;
      try {
        goesOn = await this.#transactions.run((manager) => this.#batch(manager));
      } catch (error) {
        this.#log.error(error instanceof Error ? error.message : error);
        goesOn = this.#current !== null;
        if (this.#current !== null) this.#failed.add(this.#current);
      }
    }
  }

  /** Plays the next batch of an unfinished run. @returns whether there was one */
  async #batch(manager: EntityManager): Promise<boolean> {
    const run = await manager
      .createQueryBuilder(LaboratoryRunEntity, 'run')
      .where('run.finishedAt IS NULL AND run.id <> ALL(:failed)', { failed: [...this.#failed] })
      .orderBy('run.id')
      .limit(1)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    if (run === null) return false;
    this.#current = run.id;
    const cases = await this.#past.page(manager, await pastOf(manager, run), {
      afterId: run.lastApplicationId,
      limit: batchSize,
      withSealed: readsSealed(run),
    });
    await manager.update(LaboratoryRunEntity, run.id, this.#after(run, cases));
    return true;
  }

  #after(run: LaboratoryRunEntity, cases: readonly PastCase[]): Partial<LaboratoryRunEntity> {
    const replayed = run.replayed + cases.length;
    const isLast = cases.length < batchSize;
    return {
      figures: figuresWith(run, cases),
      replayed,
      lastApplicationId: cases.at(-1)?.application.id ?? run.lastApplicationId,
      // What was decided in the meantime is in it too.
      total: isLast ? replayed : Math.max(run.total, replayed),
      ...(isLast && { finishedAt: this.#clock.now() }),
    };
  }
}

function figuresWith(run: LaboratoryRunEntity, cases: readonly PastCase[]): Figures[][] {
  return run.ways.map(({ document }, way) =>
    run.kernCodes.map((kernCode, kern) => {
      const figures = run.figures[way]?.[kern];
      if (figures === undefined) throw new Error('A run has figures for each way and kern');
      return cases
        .filter((past) => past.kernCode === kernCode)
        .reduce((sum, past) => {
          const { played, difference } = tryOut(document, past);
          return withCase(sum, past.history, played, difference);
        }, figures);
    }),
  );
}
