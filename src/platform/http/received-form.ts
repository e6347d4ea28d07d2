import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import type { InputFault } from '../../kernel/domain-error.ts';
import { faultTexts } from './fields/fault-texts.ts';
import { HttpProblem } from './http-problem.ts';

/** A form as it came over the line: nothing of it has been judged yet, but for its size. */
export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, string>;
  /** Null when there was none. */
  readonly file: { readonly name: string; readonly content: Buffer } | null;
  readonly faults: readonly InputFault[];
}

const bytesPerMegabyte = 1024 * 1024;

/** What a form may have beside its file. Names of files are judged by who knows what they are for. */
const limits = { parts: 20, fields: 19, files: 1, fieldNameSize: 100, fieldSize: 20_000, headerPairs: 20 };

/** How much more than is allowed is still read, so that whoever sends it can be told in an ordinary answer. */
const patienceBytes = 8 * bytesPerMegabyte;

function fault(location: string, code: 'repeated-field' | 'too-many-parts'): InputFault {
  return { in: 'body', location, code, detail: faultTexts[code]() };
}

function tooLarge(fileBytes: number): HttpProblem {
  const detail = faultTexts['file-too-large'](Math.floor(fileBytes / bytesPerMegabyte));
  return new HttpProblem('too-large', [{ in: 'body', location: '/file', code: 'file-too-large', detail }]);
}

/**
 * Reads a form with one file from a request, into memory.
 * @param fileBytes how large the file may be
 * @throws HttpProblem `too-large`, `malformed-form`, or `invalid-input` for more parts than a form has
 */
export function receiveForm(request: IncomingMessage, fileBytes: number): Promise<ReceivedForm> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const faults: InputFault[] = [];
    const pieces: Buffer[] = [];
    let fileName: string | null = null;
    let refusal: HttpProblem | null = null;
    let receivedBytes = 0;
    const parser = parserOf(request, fileBytes);
    if (parser === null) return reject(new HttpProblem('malformed-form'));
    const refuse = (problem: HttpProblem): void => {
      refusal ??= problem;
      pieces.length = 0;
    };
    const tooManyParts = () => refuse(new HttpProblem('invalid-input', [fault('', 'too-many-parts')]));
    parser.on('field', (name, value) => {
      if (fields.has(name)) faults.push(fault(`/${name}`, 'repeated-field'));
      else fields.set(name, value);
    });
    parser.on('file', (name: string, stream: BusboyFileStream, givenName: unknown) => {
      if (name !== 'file') {
        fields.set(name, '');
        stream.resume();
        return;
      }
      fileName = typeof givenName === 'string' ? givenName : '';
      stream.on('limit', () => refuse(tooLarge(fileBytes)));
      stream.on('data', (piece: Buffer) => refusal ?? pieces.push(piece));
    });
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(event, tooManyParts);
    parser.on('error', () => {
      request.unpipe(parser);
      request.resume();
      reject(refusal ?? new HttpProblem('malformed-form'));
    });
    parser.on('finish', () => {
      if (refusal) return reject(refusal);
      resolve({
        fields,
        file: fileName === null ? null : { name: fileName, content: Buffer.concat(pieces) },
        faults,
      });
    });
    request.on('data', (piece: Buffer) => {
      receivedBytes += piece.length;
      if (receivedBytes <= fileBytes + patienceBytes) return;
      request.unpipe(parser);
      request.pause();
      refusal ??= tooLarge(fileBytes);
      reject(new HttpProblem(refusal.code, refusal.faults, { connection: 'close' }));
    });
    // Whoever hangs up halfway is told nothing, and what came of it is forgotten.
    request.on('close', () => {
      if (!request.complete) reject(new HttpProblem('malformed-form'));
    });
    request.pipe(parser);
  });
}

/** A parser for the boundary that the request names; null when it names none that can be. */
function parserOf({ headers }: IncomingMessage, fileBytes: number): InstanceType<typeof Busboy> | null {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      preservePath: true,
      isPartAFile: (name, _type, fileName) => name === 'file' || fileName !== undefined,
      limits: { ...limits, fileSize: fileBytes },
    });
  } catch {
    return null;
  }
}
