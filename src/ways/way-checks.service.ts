import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { isKernOn } from '../kernen/domain/kern.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { RegulationEntity } from '../regulations/regulation.entity.ts';
import type { BodyName } from './domain/steps/step-rules.ts';
import type { KernWithBodies, WayContext } from './domain/lint/place-faults.ts';
import { lintWay, type WayValidation } from './domain/lint/lint-way.ts';
import type { WayDocument } from './domain/way-document.ts';
import { KernBodyEntity } from './kern-body.entity.ts';

/** Holds documents against the law, the regulation that they are for, and the kernen and bodies that there are. */
@Injectable()
export class WayChecks {
  readonly #kernen: KernenService;
  readonly #regulations: RegulationsService;
  readonly #clock: Clock;

  constructor(kernen: KernenService, regulations: RegulationsService, clock: Clock) {
    this.#kernen = kernen;
    this.#regulations = regulations;
    this.#clock = clock;
  }

  /** @param on the day on which the way is to begin; without it today */
  async validate(
    manager: EntityManager,
    document: object,
    on: CalendarDate = this.#clock.today(),
  ): Promise<WayValidation> {
    return lintWay(document, await this.#context(manager, document, on));
  }

  /** Names of bodies, for who reads a way of these kernen; several kernen may name one code differently. */
  async bodyNames(manager: EntityManager, kernCodes: readonly string[]): Promise<BodyName> {
    const names = new Map<string, Set<string>>();
    for (const kern of (await this.#kernenOn(manager, this.#clock.today())).values()) {
      if (!kernCodes.includes(kern.code)) continue;
      for (const { code, name } of kern.bodies) names.set(code, (names.get(code) ?? new Set()).add(name));
    }
    return (code) => [...(names.get(code) ?? [code])].join(' / ');
  }

  /**
   * Names of bodies for one case: those of its kern, and for a case that was moved since those of the kernen of the
   * way that it keeps.
   */
  async bodyNamesOf(
    manager: EntityManager,
    kernCode: string,
    { kernCodes }: Pick<WayDocument, 'kernCodes'>,
  ): Promise<BodyName> {
    const [here, kept] = [
      await this.bodyNames(manager, [kernCode]),
      await this.bodyNames(manager, kernCodes),
    ];
    return (code) => (here(code) === code ? kept(code) : here(code));
  }

  async #context(manager: EntityManager, document: object, on: CalendarDate): Promise<WayContext> {
    const { regulationCode } = document as { readonly regulationCode?: unknown };
    return {
      regulation: await this.#regulation(manager, regulationCode),
      kernen: await this.#kernenOn(manager, on),
      on,
    };
  }

  async #regulation(manager: EntityManager, code: unknown): Promise<WayContext['regulation']> {
    if (typeof code !== 'string') return null;
    const regulation = await manager.findOneBy(RegulationEntity, { code });
    if (regulation === null) return null;
    const versions = await this.#regulations.versionsOf(manager, regulation.id);
    return versions.at(-1)?.document ?? null;
  }

  async #kernenOn(manager: EntityManager, on: CalendarDate): Promise<ReadonlyMap<string, KernWithBodies>> {
    const kernen = [...(await this.#kernen.byId(manager)).values()].filter((kern) => isKernOn(kern, on));
    const bodies = await manager.findBy(KernBodyEntity, { kernId: In(kernen.map(({ id }) => id)) });
    return new Map(
      kernen.map(({ id, code, name }) => [
        code,
        { code, name, bodies: bodies.filter(({ kernId }) => kernId === id) },
      ]),
    );
  }
}
