import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AuthenticationGuard } from './authentication.guard.ts';
import { DeclaredRightsCheck } from './declared-rights-check.ts';
import type { IdentityOptions } from './identity.options.ts';
import { TrustedIssuers } from './trusted-issuers.ts';

/** Who calls, on every route of the application. */
@Module({})
export class IdentityModule {
  static forRoot(issuers: readonly IdentityOptions[]): DynamicModule {
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
