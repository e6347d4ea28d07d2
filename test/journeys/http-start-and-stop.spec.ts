import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { closeGracefully } from '../../src/platform/http/close-gracefully.ts';
import { createHttpApplication } from '../../src/platform/http/create-http-application.ts';
import { Right } from '../../src/platform/http/operation.ts';
import { demonstrationOptions, startDemonstration, urlOf } from './http-conduct.application.ts';
import { sendRaw } from './http-conduct.cases.ts';

describe('The service itself', () => {
  it('does not start with a route that forgets to say who may use it', async () => {
    @Controller('open')
    class OpenController {
      @Get()
      forgotten(): string {
        return '';
      }

      @Post()
      @Right('idea:submit')
      repeatable(): string {
        return '';
      }
    }
    @Module({ controllers: [OpenController] })
    class OpenModule {}
    const start = createHttpApplication(OpenModule, { ...demonstrationOptions, logLevel: 'silent' });
    await expect(start).rejects.toThrow(
      /GET open\/ \(OpenController.forgotten\) does not say who may use it/,
    );
    await expect(start).rejects.toThrow(/POST open\/ \(OpenController.repeatable\) writes but takes no/);
  });

  it('cuts off a client that sends its request too slowly', async () => {
    const timeouts = { headers: 200, request: 400, checkEvery: 50 };
    const impatient = await startDemonstration({ timeouts, logLevel: 'silent' });
    const head = 'POST /v1/ideas HTTP/1.1\r\nHost: a\r\n';
    const slow = await Promise.all([
      sendRaw(urlOf(impatient), head),
      sendRaw(urlOf(impatient), `${head}Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{`),
    ]);
    expect(slow.map(({ status }) => status)).toEqual([408, 408]);
    await impatient.close();
  });

  it('stops while a client keeps its connection open', async () => {
    const leaving = await startDemonstration({ logLevel: 'silent' });
    const waiting = sendRaw(urlOf(leaving), 'GET /v1/ideas HTTP/1.1\r\nHost: a\r\nX-Unfinished: ');
    await fetch(`${urlOf(leaving)}/v1/ideas`);
    await closeGracefully(leaving, 200);
    expect((await waiting).status).toBeNaN();
  });
});
