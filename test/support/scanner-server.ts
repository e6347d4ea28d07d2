import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A clamd that knows one bad text, and can be told to misbehave. */
export interface ScannerServer {
  readonly environment: Readonly<Record<string, string>>;
  /** What it was given to scan. */
  readonly scanned: Buffer[];
  /** How it answers: as clamd would, with an error, or by hanging up. */
  mood: 'scans' | 'fails' | 'hangs-up';
  close(): Promise<void>;
}

/** A harmless text that stands for something bad, in pieces so that no scanner finds it here. */
export const badText = ['KERNBUDGET', 'PROEF', 'VIRUS'].join('-');

const command = 'zINSTREAM\0';

/** The content of a whole stream, or null while it is not there yet. */
function contentOf(received: Buffer): Buffer | null {
  if (received.toString('latin1', 0, command.length) !== command) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

export async function startScanner(): Promise<ScannerServer> {
  const answerTo = (content: Buffer): string => {
    if (scanner.mood === 'fails') return 'INSTREAM size limit exceeded. ERROR\0';
    return content.includes(badText) ? 'stream: Proef.Virus FOUND\0' : 'stream: OK\0';
  };
  const server = createServer((socket: Socket) => {
    let received: Buffer = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece]);
      const content = contentOf(received);
      if (content === null) return;
      if (scanner.mood === 'hangs-up') return socket.destroy();
      scanner.scanned.push(content);
      return socket.end(answerTo(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const scanner: ScannerServer = {
    environment: { CLAMD_ADDRESS: `127.0.0.1:${port}` },
    scanned: [],
    mood: 'scans',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return scanner;
}
