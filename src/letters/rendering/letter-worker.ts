import { parentPort } from 'node:worker_threads';
import { present } from '../../kernel/assert.ts';
import { LetterRenderer } from './letter-renderer.ts';
import { type Answer, perform, type Question } from './rendering-job.ts';

/** A thread that renders letters, one after another, with fonts that it parses once. */
const port = present(parentPort, 'this runs as a thread');
const renderer = new LetterRenderer();

port.on('message', ({ id, job }: Question) => {
  perform(renderer, job).then(
    (content) => {
      // The bytes move to the other thread; a copy of their own is needed, because small buffers share memory.
      const bytes = Uint8Array.from(content);
      port.postMessage({ id, bytes } satisfies Answer, [bytes.buffer]);
    },
    (error: unknown) => {
      port.postMessage({
        id,
        fault: error instanceof Error ? error.message : String(error),
      } satisfies Answer);
    },
  );
});
