import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { rightMetadataKey } from '../platform/http/operation.ts';
import { isDeclaredRight } from './domain/rights.ts';

type Handler = (...parameters: never[]) => unknown;

/**
 * Refuses to start a service in which a route declares no right, or one that the rights table does not know: a
 * misspelt action must neither open a door nor wait for its first caller to be found.
 */
@Injectable()
export class DeclaredRightsCheck implements OnModuleInit {
  readonly #discovery: DiscoveryService;
  readonly #scanner: MetadataScanner;
  readonly #reflector: Reflector;

  constructor(discovery: DiscoveryService, scanner: MetadataScanner, reflector: Reflector) {
    this.#discovery = discovery;
    this.#scanner = scanner;
    this.#reflector = reflector;
  }

  /** @throws Error that names every route whose right is not in the table. */
  onModuleInit(): void {
    const faults = this.#discovery.getControllers().flatMap(({ metatype }) => {
      return typeof metatype === 'function' ? this.#faultsOf(metatype) : [];
    });
    if (faults.length > 0)
      throw new Error(`Routes without a right of the rights table: ${faults.join(', ')}`);
  }

  #faultsOf(controller: NewableFunction | Handler): string[] {
    const methods = controller.prototype as Readonly<Record<string, Handler>>;
    return this.#scanner.getAllMethodNames(methods).flatMap((name) => {
      const handler = methods[name];
      if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const places = [handler, controller as Handler];
      const right = this.#reflector.getAllAndOverride<unknown>(rightMetadataKey, places);
      return isDeclaredRight(right) ? [] : [`${controller.name}.${name} (${String(right)})`];
    });
  }
}
