import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { regulationFiles, regulationPages } from '../seeds/regulations/regulation-pages.ts';
import { runCommand } from './run-command.ts';

/** `npm run regulations:pages`: writes docs/regulations anew, as text and as data; run it in the root of the project. */
await runCommand(async () => {
  const directory = join('docs', 'regulations');
  await mkdir(directory, { recursive: true });
  const pages = regulationPages();
  for (const [name, text] of [...pages, ...regulationFiles()]) await writeFile(join(directory, name), text);
  return `${pages.size} pages written in ${directory}`;
});
