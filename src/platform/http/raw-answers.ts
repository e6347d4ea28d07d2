import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AnswerHeaders } from './answer-headers.ts';
import { setAnswerHeaders } from './answer-headers.ts';
import { HttpProblem } from './http-problem.ts';
import { type ProblemDocument, problemDocumentOf, problemMediaType } from './problem-document.ts';
import { requestIdOf } from './request-id.ts';

/** Writes a whole answer as bytes, for a connection on which no request could be read. */
function bytesOf(problem: ProblemDocument, headers: AnswerHeaders): string {
  const body = JSON.stringify(problem);
  const lines = Object.entries({
    ...headers,
    'x-request-id': requestIdOf({ headers: {} }),
    'content-type': problemMediaType,
    'content-language': 'nl',
    'content-length': String(Buffer.byteLength(body)),
    date: new Date().toUTCString(),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`;
}

function describe(error: unknown): ProblemDocument {
  const problem = problemDocumentOf(error, { instance: '/', language: 'nl' });
  // Whatever Node's parser stumbled over came from the client.
  return problem.status === 500
    ? problemDocumentOf(new HttpProblem('malformed-request'), { instance: '/', language: 'nl' })
    : problem;
}

/** Answers a client that sends no HTTP, or sends it too slowly, and hangs up. */
export function answerClientError(headers: AnswerHeaders): (error: Error, socket: Duplex) => void {
  return (error, socket) => {
    if (socket.destroyed || !socket.writable || Reflect.get(error, 'code') === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    socket.end(bytesOf(describe(error), headers), () => socket.destroy());
  };
}

/** Answers in the ordinary form what Node would answer by itself or drop: CONNECT, and odd expectations. */
export function answerWhatNodeWouldDrop(server: Server, headers: AnswerHeaders): void {
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    const refusal = new HttpProblem('malformed-request');
    socket.end(bytesOf(describe(refusal), headers), () => socket.destroy());
  });
  server.on('checkExpectation', (request: IncomingMessage, answer: ServerResponse) => {
    const problem = describe(new HttpProblem('expectation-failed'));
    const body = JSON.stringify(problem);
    setAnswerHeaders(answer, headers, requestIdOf(request));
    answer.writeHead(problem.status, {
      'content-type': problemMediaType,
      'content-language': 'nl',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    });
    answer.end(body);
  });
}
