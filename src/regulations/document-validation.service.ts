import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KernenService } from '../kernen/kernen.service.ts';
import { type Validation, validateDocument } from './domain/validation.ts';

/** Checks documents against their schema, against themselves and against the kernen that there are. */
@Injectable()
export class DocumentValidation {
  readonly #kernen: KernenService;

  constructor(kernen: KernenService) {
    this.#kernen = kernen;
  }

  async validate(manager: EntityManager, document: object): Promise<Validation> {
    const { year } = document as { readonly year?: unknown };
    return validateDocument(document, { kernCodes: await this.#kernCodesIn(manager, year) });
  }

  /** The codes of the kernen that exist at some time in a year, by code; null when the year is no year. */
  async #kernCodesIn(manager: EntityManager, year: unknown): Promise<string[] | null> {
    if (typeof year !== 'number') return null;
    const kernen = [...(await this.#kernen.byId(manager)).values()];
    return kernen
      .filter(
        ({ validFrom, validUntil }) =>
          validFrom <= `${year}-12-31` && (validUntil === null || validUntil >= `${year}-01-01`),
      )
      .map(({ code }) => code)
      .sort();
  }
}
