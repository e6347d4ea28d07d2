import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LetterRenderer } from '../../src/letters/rendering/letter-renderer.ts';
import { settledSamples } from '../support/letter-samples.ts';

/** Renders a letter of every kind and variant from fixed data, to look at and to show. */
const folder = process.argv[2] ?? 'demo/letters';
await mkdir(folder, { recursive: true });
const renderer = new LetterRenderer();
for (const [name, model] of Object.entries(settledSamples())) {
  const pdf = await renderer.render(model);
  await writeFile(join(folder, `${name}.pdf`), pdf);
  console.log(`${name}.pdf  ${(pdf.length / 1000).toFixed(1)} kB`);
}
