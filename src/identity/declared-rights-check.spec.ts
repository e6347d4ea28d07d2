import { Controller, Get, Module, Post } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Right } from '../platform/http/operation.ts';
import { IdentityModule } from './identity.module.ts';

@Controller('complete')
class CompleteController {
  @Right('public')
  @Get()
  open(): string {
    return 'open';
  }

  @Right('ledger:read')
  @Post()
  closed(): string {
    return this.notARoute();
  }

  notARoute(): string {
    return 'closed';
  }
}

@Right('public')
@Controller('public')
class WhollyPublicController {
  @Get()
  open(): string {
    return 'open';
  }
}

@Controller('forgetful')
class ForgetfulController {
  @Get()
  forgotten(): string {
    return 'open';
  }
}

@Controller('misspelt')
class MisspeltController {
  @Right('ledger:raed')
  @Get()
  misspelt(): string {
    return 'open';
  }
}

const identity = IdentityModule.forRoot([
  { issuer: 'https://issuer.example', audience: 'kernbudget', algorithms: ['RS256'], jwks: { keys: [] } },
]);

@Module({ imports: [identity], controllers: [CompleteController, WhollyPublicController] })
class CompleteModule {}

@Module({ imports: [identity], controllers: [CompleteController, ForgetfulController] })
class ForgetfulModule {}

@Module({ imports: [identity], controllers: [CompleteController, MisspeltController] })
class MisspeltModule {}

async function start(module: typeof CompleteModule): Promise<void> {
  const application = await NestFactory.create(module, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await application.init();
  await application.close();
}

describe('A service', () => {
  it('starts when every route says which right it needs', async () => {
    await expect(start(CompleteModule)).resolves.toBeUndefined();
  });

  it.each([
    [ForgetfulModule, 'GET forgetful/ (ForgetfulController.forgotten): undefined'],
    [MisspeltModule, 'GET misspelt/ (MisspeltController.misspelt): ledger:raed'],
  ])(
    'does not start when a route forgot to say so or misspelt it, and names that route',
    async (module, route) => {
      await expect(start(module)).rejects.toThrow(`without a right of the rights table: ${route}`);
    },
  );
});
