import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { CaseWays } from '../assessment/case-ways.service.ts';
import { NextDue } from '../deadlines/next-due.service.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { KnownCase } from './work-item.presentation.ts';
import type { WorkRow } from './work-rows.service.ts';

/** Gathers what is told of the cases on a page of somebody's work. */
@Injectable()
export class WorkCases {
  readonly #manager: EntityManager;
  readonly #applications: ApplicationsService;
  readonly #ways: CaseWays;
  readonly #kernen: KernenService;
  readonly #due: NextDue;

  constructor(
    manager: EntityManager,
    applications: ApplicationsService,
    ways: CaseWays,
    kernen: KernenService,
    due: NextDue,
  ) {
    this.#manager = manager;
    this.#applications = applications;
    this.#ways = ways;
    this.#kernen = kernen;
    this.#due = due;
  }

  async of(rows: readonly WorkRow[]): Promise<ReadonlyMap<string, KnownCase>> {
    const ids = [...new Set(rows.map(({ applicationId }) => applicationId))];
    const stored = await this.#manager.findBy(ApplicationEntity, { id: In(ids) });
    const applications = await this.#applications.open(this.#manager, stored);
    const withSteps = rows.filter(({ source }) => source === 'step').map((row) => row.applicationId);
    const ways = await this.#ways.ofAll(
      this.#manager,
      applications.filter(({ id }) => withSteps.includes(id)),
    );
    const due = await this.#due.of(this.#manager, ids, () => ['decision', 'default-notice']);
    const kernen = await this.#kernen.byId(this.#manager);
    return new Map(
      applications.map((application) => {
        const { id, kernId } = application;
        const kernCode = present(kernen.get(kernId), 'an application has a kern').code;
        const open = ways.get(id)?.progress.open ?? null;
        return [id, { application, kernCode, nextDue: due.get(id) ?? null, open }];
      }),
    );
  }
}
