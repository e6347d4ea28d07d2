import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type DiscoveryService, MetadataScanner } from '@nestjs/core';
import { takesIdempotencyKey } from './idempotency-key.ts';
import { changesNothingMetadataKey, rightMetadataKey } from './operation.ts';

type Controllers = Pick<DiscoveryService, 'getControllers'>;

/** A route as its controller declares it, before anybody can call it. */
export interface DeclaredRoute {
  /** Method, path and place in the code, for who has to repair it. */
  readonly name: string;
  /** What `@Operation` or `@Right` says; undefined when neither is there. */
  readonly right: unknown;
  /** Whether it changes something without taking an Idempotency-Key. */
  readonly isUnrepeatable: boolean;
}

const changing = new Set([RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE]);

/** Every route of every controller. */
export function declaredRoutes(discovery: Controllers): DeclaredRoute[] {
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as object;
    return new MetadataScanner()
      .getAllMethodNames(prototype)
      .flatMap((name) => declaredRoute(metatype, prototype, name) ?? []);
  });
}

/**
 * Looks at every route before the service starts, so that none can be open or repeatable by omission.
 * @throws Error that names each route without a right, and each write without an Idempotency-Key.
 */
export function checkRoutes(discovery: Controllers): void {
  const faults = declaredRoutes(discovery).flatMap(({ name, right, isUnrepeatable }) => {
    if (typeof right !== 'string' || right === '') {
      return [`route ${name} does not say who may use it: add @Operation or @Right`];
    }
    return isUnrepeatable && right !== 'public'
      ? [`route ${name} writes but takes no @IdempotencyKey(); if it changes nothing, say so in @Operation`]
      : [];
  });
  if (faults.length > 0) throw new Error(`The service does not start:\n- ${faults.join('\n- ')}`);
}

function declaredRoute(
  controller: object & { name: string },
  prototype: object,
  name: string,
): DeclaredRoute | null {
  const handler = Reflect.get(prototype, name) as object;
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return null;
  const places = [controller, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)));
  const path = places.join('/').replace(/\/+/g, '/');
  const writes = changing.has(method) && Reflect.getMetadata(changesNothingMetadataKey, handler) !== true;
  return {
    name: `${RequestMethod[method]} ${path} (${controller.name}.${name})`,
    right:
      Reflect.getMetadata(rightMetadataKey, handler) ?? Reflect.getMetadata(rightMetadataKey, controller),
    isUnrepeatable: writes && !takesIdempotencyKey(prototype, name),
  };
}
