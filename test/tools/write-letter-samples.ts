import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LetterRenderer } from '../../src/letters/rendering/letter-renderer.ts';
import { readLetter } from '../support/letter-guards.ts';
import { settledSamples } from '../support/letter-samples.ts';

const run = promisify(execFile);

/** The first page as a picture, small enough to keep with the sources. Needs poppler; without it the old one stays. */
async function picture(folder: string, name: string): Promise<boolean> {
  const options = ['-png', '-r', '60', '-f', '1', '-l', '1', '-singlefile'];
  return run('pdftoppm', [...options, join(folder, `${name}.pdf`), join(folder, name)]).then(
    () => true,
    () => false,
  );
}

/** Renders a letter of every kind and variant from fixed data: as PDF, as it is read out, and as a picture. */
const folder = process.argv[2] ?? 'demo/letters';
await mkdir(folder, { recursive: true });
const renderer = new LetterRenderer();
for (const [name, model] of Object.entries(settledSamples())) {
  const pdf = await renderer.render(model);
  await writeFile(join(folder, `${name}.pdf`), pdf);
  await writeFile(join(folder, `${name}.txt`), (await readLetter(pdf)).outline);
  const drawn = await picture(folder, name);
  console.log(
    `${name}.pdf  ${(pdf.length / 1000).toFixed(1)} kB${drawn ? '' : ' (no picture: poppler is missing)'}`,
  );
}
