import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { Controller, type DynamicModule, Get, Module, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Caller } from '../../src/identity/caller.ts';
import { requireRight } from '../../src/identity/domain/permission.ts';
import { IdentityModule } from '../../src/identity/identity.module.ts';
import type { IdentityOptions } from '../../src/identity/identity.options.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { SystemClock } from '../../src/kernel/clock.ts';
import { createHttpApplication } from '../../src/platform/http/create-http-application.ts';
import type { HttpOptions } from '../../src/platform/http/http-options.ts';
import { Operation } from '../../src/platform/http/operation.ts';

function about(id: string, right: string) {
  const texts = { summary: id, description: id, tag: 'toegang' };
  return Operation({ id, right, ...texts, status: 200, changesNothing: true });
}

/** A few routes, one for each way in which a right can be declared; applications are known by their owner's subject. */
@Controller()
class GuardedController {
  @about('open', 'public')
  @Get('open')
  open(): object {
    return { open: true };
  }

  @about('submit', 'application:submit')
  @Post('applications')
  submit(@Caller() actor: Actor): Actor {
    return actor;
  }

  @about('read', 'application:read')
  @Get('applications/:owner')
  read(@Caller() actor: Actor, @Param('owner') owner: string): object {
    requireRight(actor, 'application:read', { ownerSubject: owner });
    return { owner };
  }

  @about('ledger', 'ledger:read')
  @Get('ledger')
  ledger(): object {
    return { entries: [] };
  }
}

@Module({})
class GuardedModule {
  static with(identity: readonly IdentityOptions[]): DynamicModule {
    return {
      module: GuardedModule,
      imports: [IdentityModule.forRoot(identity)],
      controllers: [GuardedController],
    };
  }
}

export interface GuardedService {
  readonly application: NestFastifyApplication;
  readonly url: string;
  /** All that the service has written to its log. */
  readonly log: () => string;
}

interface Preparation {
  readonly identity: IdentityOptions | readonly IdentityOptions[];
  /** What is added to Fastify before it starts. */
  readonly prepare?: (fastify: FastifyInstance) => void;
}

function httpOptions(publicUrl: string, logDestination: Writable): HttpOptions {
  return {
    version: '1.0.0',
    publicUrl,
    securityContact: 'mailto:beveiliging@voorbeeld.nl',
    contact: { name: 'Beheer', url: 'https://voorbeeld.nl', email: 'beheer@voorbeeld.nl' },
    title: 'Toegang',
    description: 'Een kleine dienst om te tonen wie wat mag.',
    tags: { toegang: 'Wie wat mag.' },
    clock: new SystemClock(),
    logLevel: 'debug',
    logDestination,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A service that knows only who calls, with the conduct over HTTP of the real one. */
export async function startGuardedService(
  trust: (url: string) => Preparation | Promise<Preparation>,
  options: Partial<HttpOptions> = {},
): Promise<GuardedService> {
  const lines: string[] = [];
  const logDestination = new Writable({
    write(chunk: Buffer, _, written) {
      lines.push(chunk.toString());
      written();
    },
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { identity, prepare } = await trust(url);
  const application = await createHttpApplication(GuardedModule.with([identity].flat()), {
    ...httpOptions(url, logDestination),
    ...options,
  });
  prepare?.(application.getHttpAdapter().getInstance());
  await application.listen(port, '127.0.0.1');
  return { application, url, log: () => lines.join('') };
}
