import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ConfigurationFault } from '../platform/config/environment-reader.ts';
import { AuthenticationGuard } from './authentication.guard.ts';
import { DeclaredRightsCheck } from './declared-rights-check.ts';
import { actions } from './domain/actions.ts';
import type { IdentityOptions } from './identity.options.ts';
import { TrustedIssuers } from './trusted-issuers.ts';

/** @throws ConfigurationFault that names every action of a stronger login that no route declares */
function refuseUnknownActions(issuers: readonly IdentityOptions[]): void {
  const named = issuers.flatMap(({ assurance }) => assurance?.stronger?.actions ?? []);
  const unknown = named.filter((action) => !actions.some((each) => each === action));
  if (unknown.length === 0) return;
  throw new ConfigurationFault([
    `STRONG_FOR noemt ${unknown.join(', ')}; mogelijk zijn: ${actions.join(', ')}.`,
  ]);
}

/** Who calls, on every route of the application. */
@Module({})
export class IdentityModule {
  /** @throws ConfigurationFault */
  static forRoot(issuers: readonly IdentityOptions[]): DynamicModule {
    refuseUnknownActions(issuers);
    return {
      module: IdentityModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: TrustedIssuers, useValue: new TrustedIssuers(issuers) },
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        DeclaredRightsCheck,
      ],
    };
  }
}
