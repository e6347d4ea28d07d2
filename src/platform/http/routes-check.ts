import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type DiscoveryService, MetadataScanner } from '@nestjs/core';
import { takesIdempotencyKey } from './idempotency-key.ts';
import { changesNothingMetadataKey, rightMetadataKey } from './operation.ts';

const changing = new Set([RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE]);

/**
 * Looks at every route before the service starts, so that none can be open or repeatable by omission.
 * @throws Error that names each route without a right, and each write without an Idempotency-Key.
 */
export function checkRoutes(discovery: Pick<DiscoveryService, 'getControllers'>): void {
  const faults: string[] = [];
  for (const { metatype } of discovery.getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as object;
    for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
      faults.push(...faultsOfRoute(metatype, prototype, name));
    }
  }
  if (faults.length > 0) throw new Error(`The service does not start:\n- ${faults.join('\n- ')}`);
}

function faultsOfRoute(controller: object & { name: string }, prototype: object, name: string): string[] {
  const handler = Reflect.get(prototype, name) as object;
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const places = [controller, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)));
  const path = places.join('/').replace(/\/+/g, '/');
  const route = `${RequestMethod[method]} ${path} (${controller.name}.${name})`;
  const right: unknown =
    Reflect.getMetadata(rightMetadataKey, handler) ?? Reflect.getMetadata(rightMetadataKey, controller);
  if (typeof right !== 'string' || right === '') {
    return [`route ${route} does not say who may use it: add @Operation or @Right`];
  }
  const needsKey =
    changing.has(method) &&
    right !== 'public' &&
    Reflect.getMetadata(changesNothingMetadataKey, handler) !== true;
  return needsKey && !takesIdempotencyKey(prototype, name)
    ? [`route ${route} writes but takes no @IdempotencyKey(); if it changes nothing, say so in @Operation`]
    : [];
}
