import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { declaredRoutes } from '../platform/http/routes-check.ts';
import { isDeclaredRight } from './domain/actions.ts';

/**
 * Refuses to start a service in which a route declares a right that the rights table does not know: a misspelt action
 * must neither open a door nor wait for its first caller to be found. That a route declares one at all, the HTTP
 * platform sees to.
 */
@Injectable()
export class DeclaredRightsCheck implements OnModuleInit {
  readonly #discovery: DiscoveryService;

  constructor(discovery: DiscoveryService) {
    this.#discovery = discovery;
  }

  /** @throws Error that names every route whose right is not in the table. */
  onModuleInit(): void {
    const faults = declaredRoutes(this.#discovery)
      .filter(({ right }) => !isDeclaredRight(right))
      .map(({ name, right }) => `${name}: ${String(right)}`);
    if (faults.length > 0)
      throw new Error(`Routes without a right of the rights table: ${faults.join(', ')}`);
  }
}
