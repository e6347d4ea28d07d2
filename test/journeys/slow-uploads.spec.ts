import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApplication } from '../../src/platform/http/create-http-application.ts';
import { IntegerField } from '../../src/platform/http/fields/number-fields.ts';
import { TextField } from '../../src/platform/http/fields/text-field.ts';
import { HttpProblem } from '../../src/platform/http/http-problem.ts';
import { Operation } from '../../src/platform/http/operation.ts';
import { PendingUpload, Upload } from '../../src/platform/http/upload.ts';
import { demonstrationOptions, urlOf } from './http-conduct.application.ts';

class PhotoRequest {
  @TextField({ description: 'Wat erop staat.', maxLength: 80, optional: true })
  description?: string;
}

class PhotoResponse {
  @IntegerField({ description: 'Hoe groot.' })
  bytes!: number;
}

const photo = { tag: 'ideeën', right: 'public', ok: PhotoResponse, changesNothing: true, status: 201 };

@Controller('photos')
class PhotosController {
  @Post()
  @Operation({ ...photo, id: 'addPhoto', summary: 'Foto', description: 'Foto.', form: PhotoRequest })
  async add(@Upload() upload: PendingUpload): Promise<PhotoResponse> {
    const { file } = await upload.read(PhotoRequest, 1_000_000, () => []);
    return Object.assign(new PhotoResponse(), { bytes: file.content.length });
  }

  @Post('refused')
  @Operation({ ...photo, id: 'refusePhoto', summary: 'Foto', description: 'Foto.', form: PhotoRequest })
  refuse(@Upload() upload: PendingUpload): never {
    throw new HttpProblem(upload instanceof PendingUpload ? 'forbidden' : 'internal-error');
  }

  @Post('described')
  @Operation({ ...photo, id: 'describePhoto', summary: 'Foto', description: 'Zonder foto.' })
  describe(@Body() { description = '' }: PhotoRequest): PhotoResponse {
    return Object.assign(new PhotoResponse(), { bytes: description.length });
  }
}

@Module({ controllers: [PhotosController] })
class PhotosModule {}

/** Twenty times as impatient as the service is by itself. */
const timeouts = {
  ...{ headers: 500, request: 1_500, checkEvery: 100, keepAlive: 300 },
  ...{ upload: 60_000, uploadSilence: 1_200, uploadBytesPerSecond: 4_000 },
};

let application: NestFastifyApplication;

beforeAll(async () => {
  const options = { ...demonstrationOptions, timeouts, logLevel: 'silent' } as const;
  application = await createHttpApplication(PhotosModule, options);
  await application.listen(0, '127.0.0.1');
});
afterAll(() => application.close());

interface Sender {
  readonly path: string;
  readonly contentType?: string;
  readonly first?: string;
  /** What is sent over and over, with how long in between. */
  readonly piece: Buffer;
  readonly every: number;
  readonly pieces: number;
  readonly last?: string;
}

const form = 'multipart/form-data; boundary=grens';
const begin =
  '--grens\r\nContent-Disposition: form-data; name="file"; filename="foto.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
const end = '\r\n--grens--\r\n';

/** Sends a request piece by piece over a real connection, until it is whole or the service hangs up. */
async function send({ path, contentType = form, first = begin, piece, every, pieces, last = end }: Sender) {
  const { hostname, port } = new URL(urlOf(application));
  const socket = connect(Number(port), hostname);
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  let answer = '';
  socket.on('data', (part) => (answer += part.toString()));
  // Who is cut off in the middle of sending notices that in an error.
  socket.on('error', () => undefined);
  const startedAt = performance.now();
  const bytes = Buffer.byteLength(first) + piece.length * pieces + Buffer.byteLength(last);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: ${contentType}\r\nContent-Length: ${bytes}\r\n\r\n${first}`,
  );
  for (let sent = 0; sent < pieces && !socket.destroyed; sent += 1) {
    socket.write(piece);
    await Promise.race([pause(every, undefined, { ref: false }), closed]);
  }
  if (!socket.destroyed) socket.write(last);
  await closed;
  return {
    status: Number(answer.split(' ')[1]),
    body: answer.split('\r\n\r\n')[1] ?? '',
    tookMilliseconds: performance.now() - startedAt,
  };
}

describe('A file over a slow line', () => {
  it('arrives whole, though it takes three times as long as another request may', async () => {
    const answer = await send({ path: '/v1/photos', piece: Buffer.alloc(4_000, 1), every: 250, pieces: 18 });
    expect(answer.tookMilliseconds).toBeGreaterThan(3 * timeouts.request - 100);
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.body)).toEqual({ bytes: 72_000 });
  }, 30_000);

  it('is cut off when nothing comes any more', async () => {
    const answer = await send({ path: '/v1/photos', piece: Buffer.alloc(40_000), every: 20_000, pieces: 1 });
    expect(answer.status).toBe(408);
  }, 40_000);

  it('is cut off when it only trickles, though it is never silent', async () => {
    const answer = await send({ path: '/v1/photos', piece: Buffer.alloc(10), every: 100, pieces: 200 });
    expect(answer.status).toBe(408);
    expect(answer.body).toContain('request-timeout');
    expect(answer.tookMilliseconds).toBeLessThan(10_000);
  }, 40_000);

  it('has no more time than another request when it may not be sent', async () => {
    const answer = await send({
      ...{ path: '/v1/photos/refused', piece: Buffer.alloc(4_000), every: 200, pieces: 100 },
    });
    expect(answer.status).toBe(403);
    expect(answer.tookMilliseconds).toBeLessThan(15_000);
  }, 40_000);
});

describe('Whoever sends no file', () => {
  const slowText = {
    first: '{"description":"',
    piece: Buffer.from('a'.repeat(400)),
    every: 200,
    pieces: 100,
  };

  it('has the time of an ordinary request, however evenly it is sent', async () => {
    const json = 'application/json';
    const answer = await send({ path: '/v1/photos/described', contentType: json, ...slowText, last: '"}' });
    expect(answer.status).toBe(408);
    expect(answer.tookMilliseconds).toBeLessThan(15_000);
  }, 40_000);

  it('gets no more time by asking what is not there, or what no address is', async () => {
    for (const [path, status] of [
      ['/v1/elsewhere', 404],
      ['/v1/%zz', 400],
    ] as const) {
      const answer = await send({ path, ...slowText });
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.tookMilliseconds).toBeLessThan(15_000);
    }
  }, 60_000);
});
