import { createServer, get } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { present } from '../../src/kernel/assert.ts';
import type { LetterModel } from '../../src/letters/domain/letter-model.ts';
import { LetterPress } from '../../src/letters/rendering/letter-press.ts';
import { LetterRenderer } from '../../src/letters/rendering/letter-renderer.ts';
import { settledSamples } from '../../test/support/letter-samples.ts';
import { textOf } from '../../test/support/letter-text.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';

const lettersPerRound = 60;
const rounds = 5;
const stack = 200;
const longRun = 2_000;

const require = createRequire(import.meta.url);
const fonts = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
};

/** The same words without structure, in the way that the manual of the library shows: fonts by their file. */
function bare(model: LetterModel): Promise<number> {
  const document = new PDFDocument({ size: 'A4' });
  let bytes = 0;
  const done = new Promise<number>((resolve) => {
    document.on('data', (chunk: Buffer) => (bytes += chunk.length));
    document.on('end', () => resolve(bytes));
  });
  document.font(fonts.strong).fontSize(15).text(model.subject);
  for (const { name, heading } of model.sections) {
    if (heading !== null) document.font(fonts.strong).fontSize(12).text(heading);
    document.font(fonts.regular).fontSize(10.5).text(textOf(model, name));
  }
  document.end();
  return done;
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (count * 1000) / (performance.now() - began);
}

async function oneByOne(models: readonly LetterModel[], draw: (model: LetterModel) => Promise<unknown>) {
  for (const model of models) await draw(model);
}

function models(count: number): LetterModel[] {
  const samples = Object.values(settledSamples());
  return Array.from({ length: count }, (_, index) => present(samples[index % samples.length], 'samples'));
}

async function throughput(): Promise<Record<string, Result>> {
  const letters = models(lettersPerRound);
  const renderer = new LetterRenderer();
  const [one, two] = [new LetterPress(1), new LetterPress(2)];
  await oneByOne(letters.slice(0, 18), (model) => renderer.render(model));
  await Promise.all(letters.map((model) => Promise.all([one.render(model), two.render(model)])));
  const figures = { ours: [] as number[], bare: [] as number[], one: [] as number[], two: [] as number[] };
  // Turn by turn, so that what else the machine does weighs on all of them.
  for (let round = 0; round < rounds; round += 1) {
    figures.ours.push(
      await perSecond(lettersPerRound, () => oneByOne(letters, (model) => renderer.render(model))),
    );
    figures.bare.push(await perSecond(lettersPerRound, () => oneByOne(letters, bare)));
    for (const [name, press] of [
      ['one', one],
      ['two', two],
    ] as const) {
      figures[name].push(
        await perSecond(lettersPerRound, () => Promise.all(letters.map((model) => press.render(model)))),
      );
    }
  }
  await Promise.all([one.close(), two.close()]);
  const [ours, plain] = [median(figures.ours), median(figures.bare)];
  const [single, double] = [median(figures.one), median(figures.two)];
  return {
    'letters-against-bare-pdfkit': {
      ...{ value: rounded(ours / plain), goal: 1.8, better: 'higher', unit: 'x' },
      parts: { 'letters per second': rounded(ours), 'bare documents per second': rounded(plain) },
    },
    'letters-two-threads': {
      ...{ value: rounded(double / single), goal: 1.6, better: 'higher', unit: 'x' },
      parts: { 'one thread, letters per second': rounded(single), 'two threads': rounded(double) },
    },
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return present(sorted[Math.floor(share * (sorted.length - 1))], 'values');
}

/** How long requests take that are asked one after another, until something has ended. */
async function latencies(port: number, until: Promise<unknown>): Promise<number[]> {
  let ended = false;
  void until.then(() => (ended = true));
  const taken: number[] = [];
  while (!ended) {
    const began = performance.now();
    await new Promise<void>((resolve, reject) => {
      get({ port, path: '/' }, (answer) => answer.resume().on('end', resolve)).on('error', reject);
    });
    taken.push(performance.now() - began);
    await pause(1);
  }
  return taken;
}

async function besideRequests(): Promise<Record<string, Result>> {
  const server = createServer((_request, answer) => answer.end(JSON.stringify({ items: models(1) })));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const press = new LetterPress(1);
  const letters = models(stack);
  await press.render(present(letters[0], 'a letter'));
  await latencies(port, pause(500));
  const rest = await latencies(port, pause(3_000));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const busy = await latencies(port, Promise.all(letters.map((model) => press.render(model))));
  delay.disable();
  await press.close();
  server.close();
  const [atRest, during] = [percentile(rest, 0.95), percentile(busy, 0.95)];
  return {
    'requests-while-rendering': {
      ...{ value: rounded(during / atRest), goal: 2, better: 'lower', unit: 'x (p95)' },
      parts: {
        'p95 at rest, ms': rounded(atRest),
        'p95 while 200 letters are rendered, ms': rounded(during),
      },
    },
    'event-loop-while-rendering': {
      ...{ value: rounded(delay.percentile(99) / 1e6), goal: 20, better: 'lower', unit: 'ms (p99)' },
      parts: { 'largest, ms': rounded(delay.max / 1e6), 'mean, ms': rounded(delay.mean / 1e6) },
    },
  };
}

async function sizeAndMemory(): Promise<Record<string, Result>> {
  const renderer = new LetterRenderer();
  const refusal = present(settledSamples()['refusal'], 'a refusal takes two pages');
  const kilobytes = (await renderer.render(refusal)).length / 1000;
  const letters = models(longRun);
  const resident = () => process.memoryUsage().rss / 1e6;
  const marks: number[] = [];
  for (const [index, model] of letters.entries()) {
    await renderer.render(model);
    if ((index + 1) % (longRun / 4) === 0) marks.push(rounded(resident()));
  }
  const [early = 0] = marks;
  const growth = Math.max(0, (marks.at(-1) ?? 0) - early);
  return {
    'letter-size': {
      ...{ value: rounded(kilobytes), goal: 60, better: 'lower', unit: 'kB (two pages)' },
      parts: {},
    },
    'letters-memory': {
      ...{
        value: rounded(growth),
        goal: 30,
        better: 'lower',
        unit: 'MB more after 2,000 letters than after 500',
      },
      parts: { 'resident after each 500, MB': marks },
    },
  };
}

/** Letters: how fast, how big, and whether anybody else has to wait for them. */
export const letterRendering: Measurement = {
  names: [
    ...['letters-against-bare-pdfkit', 'letters-two-threads', 'requests-while-rendering'],
    ...['event-loop-while-rendering', 'letter-size', 'letters-memory'],
  ],
  async run() {
    return { ...(await throughput()), ...(await besideRequests()), ...(await sizeAndMemory()) };
  },
};
