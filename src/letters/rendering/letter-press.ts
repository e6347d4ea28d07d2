import { Worker } from 'node:worker_threads';
import type { LetterModel } from '../domain/letter-model.ts';
import type { PrintFile } from './cover-flow.ts';
import { LetterRenderer } from './letter-renderer.ts';
import { type Answer, perform, type Question, type RenderingJob } from './rendering-job.ts';

interface Waiting {
  readonly resolve: (content: Buffer) => void;
  readonly reject: (reason: Error) => void;
}

const script = new URL('./letter-worker.js', import.meta.url);

/** One thread with the letters that it was asked for. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended = false;

  constructor() {
    this.#worker = new Worker(script);
    // A thread that has nothing to do keeps no process alive.
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#answered(answer));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The rendering thread has ended.')));
  }

  get load(): number {
    return this.#waiting.size;
  }

  get ended(): boolean {
    return this.#ended;
  }

  ask(job: RenderingJob): Promise<Buffer> {
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, job } satisfies Question);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('fault' in answer) waiting?.reject(new Error(answer.fault));
    else waiting?.resolve(Buffer.from(answer.bytes.buffer));
  }

  #fail(reason: Error): void {
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

/** Of who has no threads. There is one of it, because it holds the fonts and the words that it shaped before. */
let ownRenderer: LetterRenderer | null = null;

/**
 * Renders letters in threads of their own, so that a stack of letters holds up nobody else's request. A thread is
 * started when it is first needed and again when it was lost.
 */
export class LetterPress {
  readonly #size: number;
  readonly #threads: (Thread | null)[];

  /** @param size number of threads; 0 renders in the thread of the caller */
  constructor(size: number) {
    this.#size = size;
    this.#threads = Array.from({ length: size }, () => null);
  }

  /** As LetterRenderer.render. */
  render(model: LetterModel): Promise<Buffer> {
    return this.#perform({ kind: 'letter', model });
  }

  /** As LetterRenderer.unprintable. */
  async unprintable(model: LetterModel): Promise<readonly string[]> {
    const texts = await this.#perform({ kind: 'unprintable', model });
    return JSON.parse(texts.toString('utf8')) as readonly string[];
  }

  /** As LetterRenderer.renderPrintFile. */
  renderPrintFile(file: PrintFile): Promise<Buffer> {
    return this.#perform({ kind: 'print-file', file });
  }

  /** Ends the threads; what was not finished is refused. */
  async close(): Promise<void> {
    for (const thread of this.#threads) await thread?.end();
  }

  #perform(job: RenderingJob): Promise<Buffer> {
    if (this.#size === 0) return perform((ownRenderer ??= new LetterRenderer()), job);
    return this.#leastBusy().ask(job);
  }

  #leastBusy(): Thread {
    const loads = this.#threads.map((thread) => (thread === null || thread.ended ? 0 : thread.load));
    const index = loads.indexOf(Math.min(...loads));
    const known = this.#threads[index];
    if (known && !known.ended) return known;
    const started = new Thread();
    this.#threads[index] = started;
    return started;
  }
}
