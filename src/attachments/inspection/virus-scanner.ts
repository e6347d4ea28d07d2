import { connect } from 'node:net';
import type { ScannerConfiguration } from '../../platform/config/attachment-configuration.ts';

/** What the scanner said of a content. */
export type ScanOutcome =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly signature: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

const milliseconds = 30_000;
const pieceBytes = 64 * 1024;

/** A content as clamd takes it (INSTREAM): pieces with their length before them, and one of length zero. */
function inPieces(content: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from('zINSTREAM\0', 'latin1')];
  for (let start = 0; start < content.length; start += pieceBytes) {
    const piece = content.subarray(start, start + pieceBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    parts.push(length, piece);
  }
  return Buffer.concat([...parts, Buffer.alloc(4)]);
}

/** Only these two answers say something about the content; all else is a scanner that did not scan. */
function outcomeOf(answer: string): ScanOutcome {
  const said = answer.replace(/\0.*$/s, '').trim();
  const infected = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (infected !== undefined) return { kind: 'infected', signature: infected };
  return said === 'stream: OK' ? { kind: 'clean' } : { kind: 'unavailable', reason: said.slice(0, 200) };
}

/** Asks a clamd whether it knows something bad in a content. Never throws: who asks decides what a silence means. */
export function scan({ host, port }: ScannerConfiguration, content: Buffer): Promise<ScanOutcome> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let answer = '';
    const end = (outcome: ScanOutcome): void => {
      clearTimeout(late);
      socket.destroy();
      resolve(outcome);
    };
    const late = setTimeout(() => end({ kind: 'unavailable', reason: 'no answer in time' }), milliseconds);
    socket.on('connect', () => socket.write(inPieces(content)));
    socket.on('data', (piece: Buffer) => {
      answer = (answer + piece.toString('latin1')).slice(0, 4096);
      if (answer.includes('\0')) end(outcomeOf(answer));
    });
    // It may say that the stream is too long and hang up while that is still being sent.
    socket.on('error', ({ message }) =>
      end(answer === '' ? { kind: 'unavailable', reason: message } : outcomeOf(answer)),
    );
    socket.on('close', () => end(outcomeOf(answer)));
  });
}
